package io.github.rootfsmaven.maven;

import io.github.rootfsmaven.model.Scope;
import io.github.rootfsmaven.project.Scopes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code <scopes>} of the POM, as Maven fills it in. */
public final class ScopePatterns {
    private Named production;
    private Named development;
    private Named test;

    /** For Maven. */
    public ScopePatterns() {}

    /** The patterns of one scope. */
    public static final class Named {
        private List<String> files;
        private List<String> profiles;
        private List<String> services;

        /** For Maven. */
        public Named() {}

        private Scopes.Patterns patterns() {
            return new Scopes.Patterns(
                    ComposeMojo.words(files), ComposeMojo.words(profiles), ComposeMojo.words(services));
        }
    }

    Map<Scope, Scopes.Patterns> byScope() {
        Map<Scope, Scopes.Patterns> named = new EnumMap<>(Scope.class);
        put(named, Scope.PRODUCTION, production);
        put(named, Scope.DEVELOPMENT, development);
        put(named, Scope.TEST, test);
        return named;
    }

    private static void put(Map<Scope, Scopes.Patterns> named, Scope scope, Named patterns) {
        if (patterns != null) {
            named.put(scope, patterns.patterns());
        }
    }
}
