package io.github.rootfsmaven.report;

import java.util.Objects;

/**
 * How the user calls this plugin's goals.
 *
 * @param plugin {@code rootfs} where the prefix works, else the full coordinates; before it what Maven needs to find the
 *     POM
 */
public record CommandLine(String plugin) {
    public CommandLine {
        Objects.requireNonNull(plugin);
    }

    /** The command for a goal. */
    public String goal(String name) {
        return "mvn " + plugin + ":" + name;
    }

    /** The command that shows a rule's page. */
    public String explain(String rule) {
        return goal("explain") + " -Drootfs.rule=" + rule;
    }

    /**
     * The command that accepts what is found.
     *
     * @param built whether what is found hangs on the build: on what it makes, or on the module that it is in
     */
    public String baseline(boolean built) {
        String elsewhere = plugin.substring(0, plugin.lastIndexOf(' ') + 1);
        return built ? "mvn " + elsewhere + "verify -Drootfs.recordBaseline" : goal("baseline");
    }
}
