package io.github.rootfsmaven.check;

import io.github.rootfsmaven.rule.RulePage;
import io.github.rootfsmaven.text.BadParameter;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules that somebody knew who took the plugin in an earlier version. */
public final class PinnedCatalogue {
    private PinnedCatalogue() {}

    /**
     * The rules that are newer than a version, by what their pages say.
     *
     * @param asOf the version that is pinned
     * @param plugin this version
     * @throws BadParameter for what is no version, or one that is not there yet
     */
    public static Set<String> newer(String asOf, String plugin, Collection<String> rules) throws BadParameter {
        Optional<Version> pinned = Version.of(asOf.strip());
        if (pinned.isEmpty()) {
            throw new BadParameter("rulesAsOf", "'" + asOf.strip() + "' is no version such as 1.2.0.");
        }
        Optional<Version> now = Version.of(plugin);
        if (now.filter(version -> version.compareTo(pinned.get()) < 0).isPresent()) {
            throw new BadParameter(
                    "rulesAsOf", "there is no version " + asOf.strip() + " yet: this is " + plugin + ".");
        }
        return rules.stream()
                .filter(rule -> RulePage.of(rule)
                        .flatMap(page -> Version.of(page.facts().getOrDefault("Since", "")))
                        .filter(since -> since.compareTo(pinned.get()) > 0)
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
