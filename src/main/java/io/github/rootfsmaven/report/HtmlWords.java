package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Language;
import io.github.rootfsmaven.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The fixed words of the HTML report in one language. */
final class HtmlWords {
    private final Language language;

    HtmlWords(Language language) {
        this.language = Objects.requireNonNull(language);
    }

    /** A message as it is said, safe to print. */
    String say(Message message) {
        return message.in(language)
                .lines()
                .map(Printable::text)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /** A stretch of a sentence; code is set apart. */
    record Piece(String text, boolean code) {}

    /** A sentence in which code stands between backticks. */
    static List<Piece> pieces(String sentence) {
        String[] parts = sentence.split("`", -1);
        if (parts.length % 2 == 0) {
            return List.of(new Piece(sentence, false));
        }
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Piece(parts[i], i % 2 == 1))
                .filter(piece -> !piece.text.isEmpty())
                .toList();
    }

    /** The labels that the template names. */
    Map<String, String> labels() {
        Map<String, Message> labels = new TreeMap<>();
        labels.put("title", Message.of("Where containers can write"));
        labels.put("skip", Message.of("Skip to the containers"));
        labels.put("verdicts", Message.of("Verdicts"));
        labels.put("suppressedFindings", Message.of("Suppressed findings"));
        labels.put("overview", Message.of("All containers"));
        labels.put("legend", Message.of("Legend"));
        labels.put("failing", Message.of("What fails the build"));
        labels.put("notRead", Message.of("What was not read"));
        labels.put("notReadWhy", Message.of("Here the report may be silent about something."));
        labels.put("nothing", Message.of("Nothing to check: no Compose file and no Dockerfile"));
        labels.put("noContainers", Message.of("The files describe no container."));
        labels.put("picture", Message.of("The filesystem"));
        labels.put("byEngine", Message.of("Mounted by the engine itself"));
        labels.put("audit", Message.of("Self-audit"));
        labels.put("findings", Message.of("Findings"));
        labels.put("noFindings", Message.of("Nothing to report."));
        labels.put("others", Message.of("Findings about the project"));
        labels.put("fix", Message.of("Fix"));
        labels.put("seeAlso", Message.of("See also"));
        labels.put("writes", Message.of("What it will want to write"));
        labels.put("noWrites", Message.of("No write of it is known."));
        labels.put("mounts", Message.of("Every mount"));
        labels.put("path", Message.of("Path"));
        labels.put("lands", Message.of("Lands on"));
        labels.put("why", Message.of("Why"));
        labels.put("access", Message.of("Access"));
        labels.put("by", Message.of("By"));
        labels.put("avoided", Message.of("Taken away by"));
        labels.put("noReason", Message.of("no reason given"));
        labels.put("proposed", Message.of("The fix, as harden would write it"));
        labels.put("proposedHow", Message.of("To write it"));
        labels.put("noChange", Message.of("There is nothing to change."));
        labels.put("questions", Message.of("Left to you"));
        labels.put("files", Message.of("Files"));
        labels.put("unchecked", Message.of("Compose files seen but not checked"));
        labels.put("off", Message.of("Rules that are off"));
        labels.put("explain", Message.of("To explain a finding"));
        labels.put("top", Message.of("Back to the summary"));
        Map<String, String> said = new TreeMap<>();
        labels.forEach((label, message) -> said.put(label, say(message)));
        return said;
    }

    /** What a verdict is called. */
    String word(Verdict verdict) {
        return say(Words.of(verdict));
    }

    /** What a verdict means. */
    String sentence(Verdict verdict) {
        return say(
                switch (verdict) {
                    case OPEN ->
                        Message.of(
                                "The root filesystem is writable: whoever gets in can change programs and settings.");
                    case DEFEATED ->
                        Message.of("The root filesystem is read-only, but something re-opens it as a whole.");
                    case BREAKS ->
                        Message.of(
                                "The root filesystem is read-only, and something will want to write where it cannot.");
                    case UNKNOWN -> Message.of("Something that decides where it can write could not be resolved.");
                    case HARDENED ->
                        Message.of("The root filesystem is read-only, and nothing known speaks against it.");
                });
    }

    /** What a severity is called. */
    String word(Severity severity) {
        return say(Words.of(severity));
    }

    /** What access is called. */
    String word(Access access) {
        return say(Words.of(access));
    }

    /** What a state of a place means, for the legend. */
    String meaning(Picture.State state) {
        return say(
                switch (state) {
                    case LOCKED -> Message.of("read-only: a write fails");
                    case TMPFS -> Message.of("memory, empty at every start");
                    case VOLUME -> Message.of("kept by the engine");
                    case HOST -> Message.of("writes reach the host or another container");
                    case OPEN -> Message.of("the writable root: anything can be changed");
                    case REOPENED -> Message.of("read-only, but something re-opens it as a whole");
                    case UNKNOWN -> Message.of("could not be resolved");
                    case NO_PLACE -> Message.of("will be written, but nothing is writable: EROFS");
                    case PERHAPS_NO_PLACE -> Message.of("may be written, but nothing is writable");
                });
    }

    /** What is written. */
    String word(Write.Kind kind) {
        return say(
                switch (kind) {
                    case TEMP -> Message.of("temporary files");
                    case SOCKET -> Message.of("sockets and locks");
                    case LOG -> Message.of("logs");
                    case CACHE -> Message.of("cache");
                    case CONFIG -> Message.of("settings");
                    case PERSISTENT -> Message.of("data to keep");
                    case PROGRAM -> Message.of("programs");
                    case FILE -> Message.of("a file");
                });
    }

    /** How a write is known. */
    String word(Write.Evidence evidence) {
        return say(
                switch (evidence) {
                    case OBSERVED -> Message.of("seen in this image");
                    case DOCKERFILE -> Message.of("read in the Dockerfile");
                    case SCRIPT -> Message.of("read in the command or script");
                    case OBSERVED_BEFORE -> Message.of("seen in an image of that name");
                    case MODULE -> Message.of("read in the module's files");
                    case DOCUMENTED -> Message.of("documented by the vendor");
                    case IMAGE -> Message.of("read in the image's own files");
                    case REPORTED -> Message.of("reported by a user");
                    case INFERRED -> Message.of("inferred");
                });
    }

    /** What took a finding out. */
    String word(Suppression.By by) {
        return say(
                switch (by) {
                    case COMMENT -> Message.of("by a comment");
                    case POM -> Message.of("by the configuration");
                    case BASELINE -> Message.of("by the baseline");
                });
    }
}
