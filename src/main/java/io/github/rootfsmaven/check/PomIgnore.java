package io.github.rootfsmaven.check;

import io.github.rootfsmaven.model.Container;
import io.github.rootfsmaven.rule.Finding;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Spelling;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.codehaus.plexus.util.SelectorUtils;

/**
 * An {@code <ignore>} as it stands in the POM. All words but the rule's may be empty.
 *
 * @param rule ids of rules, with commas between them
 * @param container a pattern of container names
 * @param file an Ant-style pattern of files, from the module's directory; without a slash, of names
 * @param path a pattern of paths in the container: what a finding is about
 * @param reason why
 * @param until the last day on which it holds, {@code YYYY-MM-DD}
 * @param place where it stands
 * @param inherited whether it is another module's
 */
public record PomIgnore(
        String rule,
        String container,
        String file,
        String path,
        String reason,
        String until,
        Span place,
        boolean inherited) {

    /**
     * What it asks for.
     *
     * @param directory the module's
     * @param known the ids of all rules
     * @throws BadParameter if it names no rule or one that is not there, or a date that is none
     */
    public Ignore wish(Path directory, Collection<String> known) throws BadParameter {
        List<String> rules = Arrays.stream(rule.split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        if (rules.isEmpty()) {
            throw new BadParameter("ignores", "an <ignore> names no <rule>.");
        }
        for (String id : rules) {
            if (!known.contains(id)) {
                String hint = Spelling.suggestion(id, known).english();
                throw new BadParameter("ignores", ("there is no rule '" + id + "'. " + hint).strip());
            }
        }
        Optional<LocalDate> day = IgnoreComment.date(until);
        if (!until.isEmpty() && day.isEmpty()) {
            throw new BadParameter("ignores", "'" + until + "' is no date of the form 2027-01-31.");
        }
        return new Ignore(
                Suppression.By.POM,
                rules,
                finding -> covers(directory, finding),
                reason,
                day,
                place,
                Optional.empty(),
                inherited);
    }

    private boolean covers(Path directory, Finding finding) {
        String name =
                finding.container().flatMap(Container::name).map(Located::value).orElse("");
        String about = finding.mount().map(mount -> mount.path()).orElse(finding.subject());
        return fits(container, name)
                && (fits(path, about) || fits(path, finding.subject()))
                && (file.isEmpty() || isIn(directory, finding.span().file().path()));
    }

    private boolean isIn(Path directory, Path found) {
        boolean anywhere = file.indexOf('/') < 0;
        boolean reachable = Objects.equals(directory.getRoot(), found.getRoot());
        Path named = anywhere ? found.getFileName() : reachable ? directory.relativize(found) : found;
        return fits(file, named.toString().replace('\\', '/'));
    }

    private static boolean fits(String pattern, String word) {
        return pattern.isEmpty() || SelectorUtils.matchPath(pattern, word, "/", true);
    }
}
