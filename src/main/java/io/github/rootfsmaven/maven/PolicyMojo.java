package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.app.PolicySettings;
import io.github.rootfsmaven.check.Baseline;
import io.github.rootfsmaven.check.PomIgnore;
import io.github.rootfsmaven.text.BadParameter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that judges what it finds. */
abstract class PolicyMojo extends ProjectMojo {
    /**
     * The least severity that fails the build: error, warning, note or never. Default: that of the policy, else error.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.failOn")
    private String failOn;

    /**
     * Severities of rules: &lt;rule-id&gt;error, warning, note or off&lt;/rule-id&gt;. Only in the POM; the command line
     * has severities.
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> rules;

    /**
     * Severities of rules as id=severity; they win over rules.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.severities")
    private List<String> severities;

    /**
     * A file that projects share, with failOn, rules, rulesAsOf, scopes, capScopes and requireReason, as docs/ignoring.md
     * tells; the POM and the command line win over it. Relative to the module's directory, or a resource of the plugin's
     * dependencies.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.policy")
    private String policy;

    /**
     * A version of this plugin: rules that are newer are notes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.rulesAsOf")
    private String rulesAsOf;

    /**
     * What files, profiles and services are for: patterns in &lt;files&gt;, &lt;profiles&gt; and &lt;services&gt; of
     * &lt;production&gt;, &lt;development&gt; and &lt;test&gt;. Only in the POM. Without it the names of files tell.
     *
     * @since 0.1.0
     */
    @Parameter
    private ScopePatterns scopes;

    /**
     * Whether findings of development and test are notes at most. Default: as the policy says, else true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.capScopes")
    private Boolean capScopes;

    /**
     * Findings that do not count: an &lt;ignore&gt; each, with &lt;rule&gt;, &lt;reason&gt; and, if need be,
     * &lt;container&gt;, &lt;file&gt;, &lt;path&gt; and &lt;until&gt;. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<IgnoreElement> ignores;

    /**
     * Whether an ignore without a reason has no effect. Default: as the policy says, else true.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.requireReason")
    private Boolean requireReason;

    /**
     * Whether all findings count, whatever comments, the POM and the baseline say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.noIgnores", defaultValue = "false")
    private boolean noIgnores;

    /**
     * The file with accepted findings; baseline writes it, and it is read if it is there. Relative to the module's
     * directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "rootfs.baselineFile", defaultValue = Baseline.FILE)
    private String baselineFile;

    final PolicySettings policySettings() throws BadParameter {
        return new PolicySettings(
                word(failOn),
                rules == null ? Map.of() : rules,
                words(severities),
                word(policy),
                word(rulesAsOf),
                scopes == null ? Map.of() : scopes.byScope(),
                Optional.ofNullable(capScopes),
                pomIgnores(),
                Optional.ofNullable(requireReason),
                noIgnores,
                files("baselineFile", List.of(baselineFile)).get(0),
                session()
                        .getStartTime()
                        .toInstant()
                        .atZone(ZoneId.systemDefault())
                        .toLocalDate());
    }

    private List<PomIgnore> pomIgnores() {
        List<PomIgnore> all = new ArrayList<>();
        PomPlaces places = new PomPlaces(directory());
        if (ignores != null && hasPom()) {
            for (IgnoreElement ignore : ignores) {
                places.ignore(ignore.rule(), project())
                        .ifPresentOrElse(
                                place -> all.add(ignore.at(place, false)),
                                () -> places.start(project()).ifPresent(pom -> all.add(ignore.at(pom, true))));
            }
        }
        return all;
    }

    private static Optional<String> word(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }
}
