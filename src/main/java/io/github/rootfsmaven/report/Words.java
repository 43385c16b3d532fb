package io.github.rootfsmaven.report;

import io.github.rootfsmaven.check.Verdict;
import io.github.rootfsmaven.model.Access;
import io.github.rootfsmaven.model.MountType;
import io.github.rootfsmaven.model.Write;
import io.github.rootfsmaven.rule.Severity;
import io.github.rootfsmaven.text.Message;

/** The words of the model for people; machines get the words themselves. */
final class Words {
    private Words() {}

    static Message of(Severity severity) {
        return switch (severity) {
            case ERROR -> Message.of("error");
            case WARNING -> Message.of("warning");
            case NOTE -> Message.of("note");
            case OFF -> Message.of("off");
        };
    }

    static Message of(Verdict verdict) {
        return switch (verdict) {
            case OPEN -> Message.of("open");
            case DEFEATED -> Message.of("defeated");
            case BREAKS -> Message.of("breaks");
            case UNKNOWN -> Message.of("unknown");
            case HARDENED -> Message.of("hardened");
        };
    }

    static Message of(Access access) {
        return switch (access) {
            case WRITABLE -> Message.of("writable");
            case READ_ONLY -> Message.of("read-only");
            case UNKNOWN -> Message.of("unknown");
        };
    }

    static Message of(MountType type) {
        return switch (type) {
            case ROOT -> Message.of("root");
            case TMPFS -> Message.of("tmpfs");
            case BIND -> Message.of("bind");
            case VOLUME -> Message.of("volume");
            case ANONYMOUS_VOLUME -> Message.of("anonymous-volume");
            case IMAGE_VOLUME -> Message.of("image-volume");
            case CONFIG -> Message.of("config");
            case SECRET -> Message.of("secret");
            case INHERITED -> Message.of("inherited");
            case ENGINE -> Message.of("engine");
        };
    }

    static Message of(Write.Kind kind) {
        return switch (kind) {
            case TEMP -> Message.of("temp");
            case SOCKET -> Message.of("socket");
            case LOG -> Message.of("log");
            case CACHE -> Message.of("cache");
            case CONFIG -> Message.of("config");
            case PERSISTENT -> Message.of("persistent");
            case PROGRAM -> Message.of("program");
            case FILE -> Message.of("file");
        };
    }
}
