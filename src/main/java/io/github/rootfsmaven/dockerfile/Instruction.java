package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.model.Command;
import io.github.rootfsmaven.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * An instruction of a Dockerfile, its variables not replaced yet. The names are those of BuildKit's
 * {@code frontend/dockerfile/instructions}.
 */
public sealed interface Instruction {

    /** The whole instruction, here-documents included. */
    Span span();

    /**
     * {@code NAME=value}.
     *
     * @param value empty only for an {@code ARG} without a default
     */
    record KeyValuePair(Word key, Optional<Word> value) {}

    /**
     * {@code FROM}.
     *
     * @param image an image, an earlier stage, or {@code scratch}
     * @param name the stage's name as written
     * @param platform the value of {@code --platform}
     */
    record From(Word image, Optional<Word> name, Optional<Word> platform, Span span) implements Instruction {}

    /** {@code ARG}. */
    record Arg(List<KeyValuePair> arguments, Span span) implements Instruction {
        public Arg {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code ENV}. */
    record Env(List<KeyValuePair> variables, Span span) implements Instruction {
        public Env {
            variables = List.copyOf(variables);
        }
    }

    /** {@code LABEL}. */
    record Label(List<KeyValuePair> labels, Span span) implements Instruction {
        public Label {
            labels = List.copyOf(labels);
        }
    }

    /** {@code VOLUME}. */
    record Volume(List<Word> paths, Span span) implements Instruction {
        public Volume {
            paths = List.copyOf(paths);
        }
    }

    /** {@code USER}. */
    record User(Word user, Span span) implements Instruction {}

    /** {@code WORKDIR}. */
    record Workdir(Word path, Span span) implements Instruction {}

    /** {@code ENTRYPOINT}; no words in exec form take an inherited one away. */
    record Entrypoint(Command command, Span span) implements Instruction {}

    /** {@code CMD}. */
    record Cmd(Command command, Span span) implements Instruction {}

    /**
     * {@code RUN}.
     *
     * @param command what runs; here-documents are part of the line that the shell gets
     * @param heredocs the same here-documents with their places
     * @param mounts the values of {@code --mount}
     */
    record Run(Command command, List<Heredoc> heredocs, List<RunMount> mounts, Span span) implements Instruction {
        public Run {
            heredocs = List.copyOf(heredocs);
            mounts = List.copyOf(mounts);
        }
    }

    /**
     * {@code COPY} or {@code ADD}.
     *
     * @param add whether it is {@code ADD}
     * @param from the stage or image of {@code --from}; empty for the build context
     * @param chown the value of {@code --chown}
     * @param chmod the value of {@code --chmod}
     * @param link whether {@code --link} is set
     * @param sources what is copied, without here-documents
     * @param heredocs here-documents among the sources
     * @param target where it goes
     */
    record Copy(
            boolean add,
            Optional<Word> from,
            Optional<Word> chown,
            Optional<Word> chmod,
            boolean link,
            List<Word> sources,
            List<Heredoc> heredocs,
            Word target,
            Span span)
            implements Instruction {
        public Copy {
            sources = List.copyOf(sources);
            heredocs = List.copyOf(heredocs);
        }
    }

    /** {@code SHELL}, the program that gets what is written in shell form from here on. */
    record Shell(List<Word> words, Span span) implements Instruction {
        public Shell {
            words = List.copyOf(words);
        }
    }

    /** {@code EXPOSE}. */
    record Expose(List<Word> ports, Span span) implements Instruction {
        public Expose {
            ports = List.copyOf(ports);
        }
    }

    /** {@code HEALTHCHECK}; without a command it is {@code HEALTHCHECK NONE}. */
    record Healthcheck(Optional<Command> command, Span span) implements Instruction {}

    /** {@code STOPSIGNAL}. */
    record StopSignal(Word signal, Span span) implements Instruction {}

    /** {@code MAINTAINER}. */
    record Maintainer(Word maintainer, Span span) implements Instruction {}

    /**
     * {@code ONBUILD}.
     *
     * @param trigger the instruction for images built from this one; empty where BuildKit would refuse it, which it
     *     does only once such an image is built
     * @param refusal what it says then; empty for an instruction that is right
     */
    record Onbuild(Optional<Instruction> trigger, String refusal, Span span) implements Instruction {}
}
