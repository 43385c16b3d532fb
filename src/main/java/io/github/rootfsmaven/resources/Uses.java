package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Module;

/** Whether a program has a library. */
enum Uses {
    YES,
    /** The build did not resolve the dependencies, and another one may bring it. */
    MAYBE,
    NO;

    static Uses of(Module module, String group) {
        return of(module, group, "");
    }

    /** Whether a dependency of that group has a name that begins so. */
    static Uses of(Module module, String group, String artifact) {
        boolean named = module.dependencies().stream()
                .anyMatch(dependency -> dependency.groupId().equals(group)
                        && dependency.artifactId().startsWith(artifact));
        return named ? YES : module.resolved() ? NO : MAYBE;
    }

    boolean isUnsure() {
        return this == MAYBE;
    }
}
