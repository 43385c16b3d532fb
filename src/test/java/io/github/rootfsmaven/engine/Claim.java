package io.github.rootfsmaven.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a test proves on a running engine, as one sentence; {@code docs/truth.md} lists them all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Claim {
    /** The sentence. */
    String value();
}
