package io.github.rootfsmaven.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Why a goal fails that does several things, each of which must be done though another one fails. */
final class Failures {
    private final List<Exception> failures = new ArrayList<>();

    /** Does one thing. A failure is kept; what Maven does not know as one is thrown at once. */
    void of(Callable<Void> work) {
        try {
            work.call();
        } catch (MojoExecutionException | MojoFailureException failure) {
            failures.add(failure);
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Fails with all that was kept, as what is worst of it. */
    void raise() throws MojoExecutionException, MojoFailureException {
        if (failures.isEmpty()) {
            return;
        }
        Exception worst = failures.stream()
                .filter(MojoExecutionException.class::isInstance)
                .findFirst()
                .orElse(failures.get(0));
        String all =
                String.join("\n", failures.stream().map(Exception::getMessage).toList());
        if (worst instanceof MojoExecutionException) {
            throw new MojoExecutionException(all, worst);
        }
        throw failures.size() == 1 ? (MojoFailureException) worst : new MojoFailureException(all, worst);
    }
}
