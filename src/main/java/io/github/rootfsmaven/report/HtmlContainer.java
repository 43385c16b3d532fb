package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report.Judged;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.model.Image;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.model.WritableMap;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A container as the template shows it.
 *
 * @param id its anchor
 * @param verdict the verdict's style
 * @param word the verdict in words
 * @param facts where it stands, its image, its user
 * @param tallies how many places of a state it has, the locked ones left out
 * @param root its filesystem
 * @param engine what the engine mounts, by access
 */
record HtmlContainer(
        String id,
        String name,
        String verdict,
        String word,
        String sentence,
        List<Fact> facts,
        List<Tally> tallies,
        HtmlPlace root,
        List<Fact> engine,
        List<Answer> audit,
        String hint,
        List<HtmlFinding> findings,
        List<WriteRow> writes,
        List<MountRow> mounts) {
    /** Whether there is a finding. */
    boolean anyFindings() {
        return !findings.isEmpty();
    }

    /** Whether a write is known. */
    boolean anyWrites() {
        return !writes.isEmpty();
    }

    /** How many writes are known. */
    int writesNumber() {
        return writes.size();
    }

    /** How many mounts there are, the root counted. */
    int mountsNumber() {
        return mounts.size();
    }

    /** A label and what belongs to it. */
    record Fact(String label, String value) {}

    /** How many places of a state there are. */
    record Tally(String state, String word, String number) {}

    /** An answer of the self-audit. */
    record Answer(String mark, String word, String question, String because) {}

    /** A write, in the table of all. */
    record WriteRow(
            String path,
            String kind,
            String state,
            String lands,
            List<HtmlWords.Piece> why,
            String evidence,
            String avoided) {}

    /** A mount, in the table of all. */
    record MountRow(String path, String access, String by, String options, String place) {}

    static HtmlContainer of(String id, Judged judged, List<HtmlFinding> findings, HtmlWords words, HtmlPlaces places) {
        Picture picture = Picture.of(judged);
        Audit audit = new Audit(judged);
        return new HtmlContainer(
                id,
                name(judged.container(), words),
                judged.verdict().word(),
                words.word(judged.verdict()),
                words.sentence(judged.verdict()),
                facts(judged.container(), words, places),
                tallies(picture, words),
                HtmlPlace.of(picture.root(), words, places),
                engine(picture, words),
                audit.answers().stream().map(answer -> answer(answer, words)).toList(),
                audit.rootCanUseDev() ? words.say(Audit.DEV) : "",
                findings,
                judged.container().writes().stream()
                        .map(write -> row(write, judged, words, places))
                        .toList(),
                judged.map().entries().stream()
                        .filter(entry -> entry.type() != MountType.ENGINE)
                        .map(entry -> row(entry, words, places))
                        .toList());
    }

    private static String name(Container container, HtmlWords words) {
        return container
                .name()
                .map(Located::shown)
                .map(Printable::text)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> words.say(Message.of("(no service)")));
    }

    private static List<Fact> facts(Container container, HtmlWords words, HtmlPlaces places) {
        List<Fact> facts = new ArrayList<>();
        Image image = container.image();
        facts.add(new Fact(words.say(Message.of("Place")), places.of(container.place())));
        image.reference()
                .ifPresent(reference ->
                        facts.add(new Fact(words.say(Message.of("Image")), Printable.text(reference.shown()))));
        image.dockerfile().ifPresent(file -> {
            String base = image.base().map(from -> " (FROM " + from + ")").orElse("");
            facts.add(new Fact(words.say(Message.of("Built from")), places.of(file.path()) + Printable.text(base)));
        });
        facts.add(new Fact(
                words.say(Message.of("User")),
                container
                        .process()
                        .user()
                        .map(user -> Printable.text(user.shown()))
                        .orElseGet(() -> words.say(Message.of("none named, so root or the base image's")))));
        if (container.scope() != Scope.PRODUCTION) {
            facts.add(new Fact(
                    words.say(Message.of("Only for")),
                    words.say(container.scope() == Scope.TEST ? Message.of("test") : Message.of("development"))));
        }
        return facts;
    }

    private static List<Tally> tallies(Picture picture, HtmlWords words) {
        return Arrays.stream(Picture.State.values())
                .filter(state -> state != Picture.State.LOCKED)
                .map(state -> new Tally(
                        state.id(),
                        words.say(state.word()),
                        String.valueOf(picture.root()
                                .all()
                                .filter(place ->
                                        place.state() == state && !place.path().equals("/"))
                                .filter(place ->
                                        place.holds().isEmpty() || place.mount().isPresent())
                                .count())))
                .filter(tally -> !tally.number.equals("0"))
                .toList();
    }

    private static List<Fact> engine(Picture picture, HtmlWords words) {
        List<Fact> groups = new ArrayList<>();
        for (Access access : Access.values()) {
            String paths = picture.engine().stream()
                    .filter(entry -> entry.access() == access)
                    .map(WritableMap.Entry::path)
                    .collect(Collectors.joining(" "));
            if (!paths.isEmpty()) {
                groups.add(new Fact(words.word(access), paths));
            }
        }
        return groups;
    }

    private static Answer answer(Audit.Answer answer, HtmlWords words) {
        Message word = switch (answer.mark()) {
            case YES -> Message.of("yes");
            case NO -> Message.of("no");
            case UNSURE -> Message.of("not sure");
        };
        return new Answer(
                answer.mark().name().toLowerCase(Locale.ROOT),
                words.say(word),
                words.say(answer.question()),
                words.say(answer.because()));
    }

    private static WriteRow row(Write write, Judged judged, HtmlWords words, HtmlPlaces places) {
        WritableMap.Entry entry = judged.map().entryFor(write.path().value());
        Picture.State state = Picture.state(entry, write);
        String lands = entry.access() == Access.WRITABLE && entry.type() != MountType.ROOT
                ? words.say(Words.of(entry.type())) + " " + Printable.text(entry.shown())
                : words.say(state.word());
        return new WriteRow(
                Printable.text(write.path().shown()),
                words.word(write.kind()),
                state.id(),
                lands,
                HtmlWords.pieces(words.say(write.why())),
                words.word(write.evidence()) + ", " + places.of(write.path().span()),
                write.avoidedBy().map(words::say).orElse(""));
    }

    private static MountRow row(WritableMap.Entry entry, HtmlWords words, HtmlPlaces places) {
        return new MountRow(
                Printable.text(entry.shown()),
                words.word(entry.access()),
                words.say(Words.of(entry.type())),
                Printable.text(String.join(",", entry.options())),
                entry.declared().map(places::of).orElse(""));
    }
}
