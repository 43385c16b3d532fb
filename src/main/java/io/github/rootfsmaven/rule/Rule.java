package io.github.rootfsmaven.rule;

import io.github.rootfsmaven.model.Project;
import java.util.stream.Stream;

/**
 * One sentence about what containers can write. A rule is a pure function of the model: it reads no file, knows neither
 * YAML nor Maven, and keeps no state. Its words for people stand on its page, {@code docs/rules/<id>.md}.
 */
public interface Rule {

    /** Its name everywhere, in kebab-case; never given to another rule. */
    String id();

    /** What it has to say about a project, in any order. */
    Stream<Finding> check(Project project);
}
