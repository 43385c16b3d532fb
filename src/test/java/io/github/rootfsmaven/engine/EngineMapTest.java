package io.github.rootfsmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.engine.MapComparison.Difference;
import io.github.rootfsmaven.engine.MapComparison.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The writable map against running containers of generated projects. */
@OnEngine
class EngineMapTest {
    private static final long SEED = Long.getLong("rootfs.engine.seed", 20261124);
    private static final int PROJECTS = Integer.getInteger("rootfs.engine.projects", 14);
    private static final int SERVICES = 50;

    /** How often a project is made smaller before it is shown. */
    private static final int SHRINKINGS = 60;

    @BeforeAll
    static void images() {
        ImageVariant.make();
    }

    @Test
    @Claim(
            "For generated projects the plugin's map says of every path what root in the running container gets, and what "
                    + "the container's user gets as far as owners are known")
    void theMapIsWhatRootInsideGets(FiguresOf figures) throws Exception {
        int containers = 0;
        int paths = 0;
        Map<String, Integer> refusals = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            GeneratedProject project = new Generator(SEED + i).project(SERVICES);
            Outcome outcome = MapComparison.of(project);
            containers += outcome.containers();
            paths += outcome.paths();
            outcome.refused().values().forEach(why -> refusals.merge(inShort(why), 1, Integer::sum));
            outcome.differences()
                    .forEach(difference -> differences.add(
                            difference + "\n" + only(project, difference).text()));
            if (!outcome.differences().isEmpty() && !Boolean.getBoolean("rootfs.engine.all")) {
                throw new AssertionError(smallest(project, outcome.differences().get(0)));
            }
        }
        figures.compared(containers, paths, differences.size());
        System.out.println("map: " + containers + " containers, " + paths + " paths compared, " + differences.size()
                + " differences; refused by the engine: " + refusals);
        assertThat(differences).isEmpty();
    }

    private static String smallest(GeneratedProject project, Difference difference) throws Exception {
        GeneratedProject few = only(project, difference);
        GeneratedProject small = shows(few, difference) ? few : project;
        int tries = 0;
        boolean smaller = true;
        while (smaller && tries < SHRINKINGS) {
            smaller = false;
            for (GeneratedProject candidate : small.smaller().toList()) {
                if (tries++ < SHRINKINGS && shows(candidate, difference)) {
                    small = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return difference + System.lineSeparator() + small.text();
    }

    /** Its service and those that it takes volumes from. */
    private static GeneratedProject only(GeneratedProject project, Difference difference) {
        List<String> needed = new ArrayList<>(List.of(difference.service()));
        List<GeneratedProject.GeneratedService> kept = new ArrayList<>();
        for (int i = project.services().size() - 1; i >= 0; i--) {
            GeneratedProject.GeneratedService service = project.services().get(i);
            if (needed.contains(service.name())) {
                kept.add(0, service);
                service.parts().stream()
                        .filter(part -> part.key().equals("volumes_from"))
                        .forEach(part -> needed.add(part.text().split(":")[0]));
            }
        }
        return project.only(kept);
    }

    private static boolean shows(GeneratedProject project, Difference difference) throws Exception {
        return project.services().stream().anyMatch(service -> service.name().equals(difference.service()))
                && Optional.of(MapComparison.of(project)).stream()
                        .flatMap(outcome -> outcome.differences().stream())
                        .anyMatch(difference::isLike);
    }

    /** The engine's sentence without what differs from container to container. */
    private static String inShort(String why) {
        String sentence = why.lines()
                .filter(line -> line.startsWith("Error response"))
                .findFirst()
                .orElse(why);
        return sentence.replaceAll("[\"'/][^ :]*|[0-9a-f]{12,}|\\bs\\d+\\b", "…");
    }
}
