package io.github.rootfsmaven.html;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** These tests need Chromium and its driver; see {@link BrowserCondition} for what happens without them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BrowserCondition.class)
@interface OnBrowser {}
