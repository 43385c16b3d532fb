package io.github.rootfsmaven.app;

import io.github.rootfsmaven.check.Baseline;
import io.github.rootfsmaven.check.Ignore;
import io.github.rootfsmaven.check.PinnedCatalogue;
import io.github.rootfsmaven.check.Policy;
import io.github.rootfsmaven.check.PolicyFile;
import io.github.rootfsmaven.check.PomIgnore;
import io.github.rootfsmaven.check.Suppressions;
import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.project.ProjectSettings;
import io.github.rootfsmaven.project.Scopes;
import io.github.rootfsmaven.text.BadParameter;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.NamedFile;
import io.github.rootfsmaven.text.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the user wants done with findings. What is empty here the policy file may say, and else it is as usual.
 *
 * @param failOn the least severity that fails the build, or {@code never}
 * @param rules severities by rule id, as the POM has them
 * @param severities {@code id=severity}, as the command line has them
 * @param policy a file relative to the project's directory, or a resource of the plugin's dependencies
 * @param rulesAsOf the version of the plugin whose rules are known
 * @param scopes what files, profiles and services are for
 * @param capScopes whether findings of development and test are notes at most
 * @param ignores what the POM ignores
 * @param requireReason whether an ignore needs a reason
 * @param noIgnores whether nothing is suppressed
 * @param baseline where the accepted findings stand, absolute; the file may be missing
 * @param today the day of the build
 */
public record PolicySettings(
        Optional<String> failOn,
        Map<String, String> rules,
        List<String> severities,
        Optional<String> policy,
        Optional<String> rulesAsOf,
        Map<Scope, Scopes.Patterns> scopes,
        Optional<Boolean> capScopes,
        List<PomIgnore> ignores,
        Optional<Boolean> requireReason,
        boolean noIgnores,
        Path baseline,
        LocalDate today) {

    /**
     * The settings with the policy file read.
     *
     * @param project which files are read, with what they are for
     */
    record Resolved(ProjectSettings project, Policy policy, Suppressions suppressions) {
        /** The same without a baseline: what there is to accept. */
        Suppressions withoutBaseline() {
            return new Suppressions(
                    suppressions.comments(),
                    suppressions.ignores(),
                    suppressions.requireReason(),
                    suppressions.today(),
                    Optional.empty());
        }
    }

    /**
     * Reads the files that are named.
     *
     * @param known the ids of all rules
     * @param version the plugin's
     * @throws BadParameter if a setting cannot be followed
     * @throws InvalidInput if the policy or the baseline does not have its form
     */
    Resolved resolve(ProjectSettings project, Collection<String> known, String version)
            throws BadParameter, InvalidInput {
        PolicyFile shared = PolicyFile.none();
        if (policy.isPresent()) {
            SourceFile file = NamedFile.of("policy", policy.get(), project.directory());
            shared = PolicyFile.read(file, known, version);
        }
        Map<String, String> severityOf = new TreeMap<>(shared.rules());
        severityOf.putAll(rules);
        Optional<String> pinned = rulesAsOf.or(shared::rulesAsOf);
        Set<String> newer = pinned.isPresent() ? PinnedCatalogue.newer(pinned.get(), version, known) : Set.of();
        Policy judged = Policy.of(failOn.or(shared::failOn).orElse("error"), severityOf, severities, known)
                .with(capScopes.or(shared::capScopes).orElse(true), newer);
        Scopes named = project.scopes().under(shared.scopes()).under(scopes);
        return new Resolved(
                project.withScopes(named),
                judged,
                suppressions(project.directory(), known, requireReason.or(shared::requireReason)));
    }

    private Suppressions suppressions(Path directory, Collection<String> known, Optional<Boolean> reason)
            throws BadParameter, InvalidInput {
        List<Ignore> wishes = new ArrayList<>();
        for (PomIgnore ignore : ignores) {
            wishes.add(ignore.wish(directory, known));
        }
        if (noIgnores) {
            return Suppressions.none();
        }
        return new Suppressions(true, wishes, reason.orElse(true), today, accepted());
    }

    private Optional<Baseline> accepted() throws BadParameter, InvalidInput {
        Optional<SourceFile> file = NamedFile.there("baselineFile", baseline);
        return file.isPresent() ? Optional.of(Baseline.read(file.get())) : Optional.empty();
    }
}
