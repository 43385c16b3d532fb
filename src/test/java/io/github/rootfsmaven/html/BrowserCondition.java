package io.github.rootfsmaven.html;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests in a browser where there is none, and says so loudly. With {@code -Drootfs.browser=required}, which
 * {@code .ci/run} sets where it can, nothing is skipped; {@code -Drootfs.browser=off} leaves them out on purpose.
 */
final class BrowserCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("asked once for the class");
        }
        String wanted = System.getProperty("rootfs.browser", "auto");
        if (wanted.equals("required")) {
            return ConditionEvaluationResult.enabled("a browser is required");
        }
        if (wanted.equals("off")) {
            return skipped("THE TESTS IN A BROWSER ARE LEFT OUT, as -Drootfs.browser=off asks for.");
        }
        Optional<String> missing = Browser.missing();
        return missing.map(what -> skipped("THE TESTS IN A BROWSER ARE SKIPPED: there is no " + what
                        + ". On Debian: apt-get install chromium chromium-driver fonts-noto-cjk"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
    }

    private static ConditionEvaluationResult skipped(String why) {
        System.out.println(System.lineSeparator() + ">>> " + why + System.lineSeparator());
        return ConditionEvaluationResult.disabled(why);
    }
}
