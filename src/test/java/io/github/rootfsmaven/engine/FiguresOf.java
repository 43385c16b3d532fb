package io.github.rootfsmaven.engine;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lets a test tell {@link Figures} what it compared. */
record FiguresOf(ExtensionContext context) {

    void compared(int containers, int paths, int differences) {
        Figures.compared(context, containers, paths, differences);
    }

    /** Gives it to the test that asks for one. */
    static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == FiguresOf.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new FiguresOf(context);
        }
    }
}
