package io.github.rootfsmaven.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips the engine tests where no engine answers, and says so once and loudly. With {@code -Drootfs.engine=required},
 * which {@code .ci/run} sets, nothing is skipped: without an engine the tests fail. {@code -Drootfs.engine=off} leaves
 * them out on purpose.
 */
final class EngineCondition implements ExecutionCondition {
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String image = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnEngine.class)
                .map(OnEngine::image)
                .orElse("");
        String wanted = System.getProperty("rootfs.engine", "auto");
        if (wanted.equals("required")) {
            return ConditionEvaluationResult.enabled("an engine is required");
        }
        if (wanted.equals("off")) {
            return skipped("THE ENGINE TESTS ARE LEFT OUT, as -Drootfs.engine=off asks for.");
        }
        if (!Engine.answers()) {
            return skipped("THE ENGINE TESTS ARE SKIPPED: no Docker engine answers."
                    + " Start yours, or on Debian run: eval \"$(.ci/engine start)\"");
        }
        if (TinyImage.busybox().isEmpty()) {
            return skipped("THE ENGINE TESTS ARE SKIPPED: there is no static busybox to make an image of."
                    + " On Debian: apt-get install busybox-static");
        }
        if (!image.isEmpty() && !Docker.run("image", "inspect", image).succeeded()) {
            return skipped("ENGINE TESTS WITH REAL PROGRAMS ARE SKIPPED: there is no image " + image
                    + ". On Debian: eval \"$(.ci/engine start)\" makes it.");
        }
        return ConditionEvaluationResult.enabled("a Docker engine answers");
    }

    private static ConditionEvaluationResult skipped(String why) {
        if (SAID.add(why)) {
            System.out.println(System.lineSeparator() + ">>> " + why + System.lineSeparator());
        }
        return ConditionEvaluationResult.disabled(why);
    }
}
