package io.github.rootfsmaven.dockerfile;

import io.github.rootfsmaven.dockerfile.Instruction.KeyValuePair;
import io.github.rootfsmaven.text.InvalidInput;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of instructions in which BuildKit replaces variables. */
final class Expandable {
    private Expandable() {}

    /** Finds words that cannot be expanded in an instruction whose values nobody asks for. */
    static void check(Instruction instruction, char escape, Variables variables) throws InvalidInput {
        for (Word word : expandable(instruction)) {
            Text value = Lexer.expand(word, escape, variables);
            Optional<Message> refusal =
                    value.value().indexOf(Text.UNRESOLVED) < 0 ? refusal(instruction, value.value()) : Optional.empty();
            Message none = Message.of("{0} is none", word.text());
            if (refusal.isPresent()) {
                throw new InvalidInput(word.span(), value.interpolated() ? none : refusal.get());
            }
        }
    }

    /** What is wrong with a port or a signal. */
    private static Optional<Message> refusal(Instruction instruction, String value) {
        if (instruction instanceof Instruction.Expose) {
            return ExposedPorts.firstRefusal(value);
        }
        boolean noSignal = instruction instanceof Instruction.StopSignal && !StopSignals.contains(value);
        return noSignal ? Optional.of(Message.of("invalid signal: {0}", value)) : Optional.empty();
    }

    /** The words in which BuildKit replaces variables, but for those of ARG and RUN. */
    private static List<Word> expandable(Instruction instruction) {
        if (instruction instanceof Instruction.Env env) {
            return words(env.variables());
        } else if (instruction instanceof Instruction.Label label) {
            return words(label.labels());
        } else if (instruction instanceof Instruction.Expose expose) {
            return expose.ports();
        } else if (instruction instanceof Instruction.StopSignal signal) {
            return List.of(signal.signal());
        } else if (instruction instanceof Instruction.Volume volume) {
            return volume.paths();
        } else if (instruction instanceof Instruction.User user) {
            return List.of(user.user());
        } else if (instruction instanceof Instruction.Workdir workdir) {
            return List.of(workdir.path());
        } else if (instruction instanceof Instruction.Copy copy) {
            return Stream.of(
                            copy.chown().stream(),
                            copy.chmod().stream(),
                            copy.sources().stream(),
                            Stream.of(copy.target()))
                    .flatMap(words -> words)
                    .toList();
        }
        return List.of();
    }

    private static List<Word> words(List<KeyValuePair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.concat(Stream.of(pair.key()), pair.value().stream()))
                .toList();
    }
}
