package io.github.rootfsmaven.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** These tests need a running Docker engine; see {@link EngineCondition} for what happens without one. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({EngineCondition.class, Figures.class, FiguresOf.Resolver.class})
@interface OnEngine {
    /** An image that {@code .ci/engine} makes and these tests need; empty for those that make their own. */
    String image() default "";
}
