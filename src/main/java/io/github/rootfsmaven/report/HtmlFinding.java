package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Report.Reported;
import io.github.rootfsmaven.check.Suppression;
import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.Located;
import java.util.List;

/**
 * A finding as the template shows it; all texts are safe to print, none is escaped yet.
 *
 * @param id its anchor
 * @param level the level of its heading: below a container's, or below a section's
 * @param line the number of the line that is shown
 * @param code the line: up to what is marked, that, and what is behind it
 * @param fix what to do, with line breaks
 * @param container whom it is about; may be empty
 * @param by what took it out, if something did
 */
record HtmlFinding(
        String id,
        int level,
        String severity,
        String word,
        String rule,
        List<HtmlWords.Piece> message,
        String place,
        String line,
        Code code,
        List<HtmlWords.Piece> fix,
        List<Also> also,
        String container,
        String by,
        String reason) {
    /** Whether other places belong to it. */
    boolean anyAlso() {
        return !also.isEmpty();
    }

    /** Whether there is something to do. */
    boolean anyFix() {
        return !fix.isEmpty();
    }

    /** A line of code in three parts. */
    record Code(String before, String marked, String behind) {}

    /** A place that belongs to it. */
    record Also(String place, String message) {}

    static HtmlFinding of(String id, Reported reported, HtmlWords words, HtmlPlaces places, Secrets secrets) {
        Finding finding = reported.finding();
        List<String> parts = Excerpt.of(finding.span(), secrets).parts();
        return new HtmlFinding(
                id,
                reported.isActive() && finding.container().isPresent() ? 4 : 3,
                reported.severity().word(),
                words.word(reported.severity()),
                finding.rule(),
                HtmlWords.pieces(words.say(finding.message())),
                places.of(finding.span()),
                String.valueOf(finding.span().startLine()),
                new Code(parts.get(0), parts.get(1), parts.get(2)),
                HtmlWords.pieces(words.say(finding.fix()).strip()),
                finding.related().stream()
                        .map(related -> new Also(places.of(related.span()), words.say(related.message())))
                        .toList(),
                finding.container()
                        .flatMap(Container::name)
                        .map(Located::shown)
                        .map(Printable::text)
                        .orElse(""),
                reported.suppressed()
                        .map(Suppression::by)
                        .map(by -> words.word(by) + place(reported, places))
                        .orElse(""),
                reported.suppressed()
                        .map(Suppression::reason)
                        .map(Printable::text)
                        .orElse(""));
    }

    private static String place(Reported reported, HtmlPlaces places) {
        return reported.suppressed()
                .flatMap(Suppression::place)
                .map(place -> ", " + places.of(place))
                .orElse("");
    }
}
