package io.github.rootfsmaven.resources;

import io.github.rootfsmaven.model.Paths;
import io.github.rootfsmaven.resources.ConstantPool.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls of the JDK's do with paths: make one of a string, or write the file. */
final class FileCalls {
    private static final String FILES = "java/nio/file/Files";
    private static final String FILE = "java/io/File";
    private static final String RANDOM_ACCESS = "java/io/RandomAccessFile";
    private static final Set<String> WRITING = Set.of(
            "write",
            "writeString",
            "newBufferedWriter",
            "newOutputStream",
            "createFile",
            "createDirectory",
            "createDirectories");
    private static final Set<String> STREAMS =
            Set.of("java/io/FileWriter", "java/io/FileOutputStream", "java/io/PrintWriter", "java/io/PrintStream");
    private static final Set<String> MAKING = Set.of("mkdir", "mkdirs", "createNewFile");

    private final Member member;
    private final Value receiver;
    private final List<Value> arguments;

    FileCalls(Member member, Value receiver, List<Value> arguments) {
        this.member = member;
        this.receiver = receiver;
        this.arguments = arguments;
    }

    /** Whether a method may write a file that it is told. */
    static boolean mayWrite(Member member) {
        boolean constructor = member.name().equals("<init>");
        return member.owner().equals(FILES)
                || constructor
                        && (STREAMS.contains(member.owner()) || member.owner().equals(RANDOM_ACCESS))
                || member.owner().equals(FILE) && MAKING.contains(member.name());
    }

    /** The call as people write it. */
    String shown() {
        String type = member.owner().substring(member.owner().lastIndexOf('/') + 1);
        return member.name().equals("<init>") ? "new " + type : type + "." + member.name();
    }

    /** The constant path that is written. */
    Optional<Value> written() {
        return target().filter(value -> value.path().isPresent());
    }

    private Optional<Value> target() {
        boolean constructor = member.name().equals("<init>");
        if (member.owner().equals(FILES)) {
            return WRITING.contains(member.name())
                    ? argument(0)
                    : member.name().equals("copy") || member.name().equals("move") ? argument(1) : Optional.empty();
        } else if (constructor && STREAMS.contains(member.owner())) {
            return argument(0);
        } else if (constructor && member.owner().equals(RANDOM_ACCESS)) {
            boolean writes = argument(1)
                    .flatMap(Value::string)
                    .filter(mode -> mode.startsWith("rw"))
                    .isPresent();
            return writes ? argument(0) : Optional.empty();
        }
        return member.owner().equals(FILE) && MAKING.contains(member.name()) ? Optional.of(receiver) : Optional.empty();
    }

    /** What comes out; a constructor changes what its object is known for. */
    Value result() {
        return switch (member.owner()) {
            case "java/nio/file/Path", "java/nio/file/Paths" -> path();
            case FILE -> file();
            case FILES -> member.name().startsWith("create") ? written().orElseGet(Value::unknown) : Value.unknown();
            default -> Value.unknown();
        };
    }

    private Value path() {
        return switch (member.name()) {
            case "of", "get" -> {
                Optional<List<String>> more = argument(1).flatMap(Value::strings);
                Optional<String> first = argument(0).flatMap(Value::string);
                yield first.isPresent() && more.isPresent() && !first.get().isEmpty()
                        ? Value.file(
                                first.get()
                                        + more.get().stream()
                                                .map(part -> "/" + part)
                                                .reduce("", String::concat),
                                argument(0).flatMap(Value::line))
                        : Value.unknown();
            }
            case "resolve" -> resolved(Optional.of(receiver), argument(0));
            default -> same();
        };
    }

    private Value file() {
        if (!member.name().equals("<init>")) {
            return same();
        }
        Value made = arguments.size() == 2
                ? resolved(argument(0), argument(1))
                : argument(0).orElseGet(Value::unknown);
        made.path().ifPresent(path -> receiver.becomeFile(path, made.line()));
        return Value.unknown();
    }

    private Value same() {
        Optional<String> path = receiver.path();
        return switch (member.name()) {
            case "toPath", "toFile", "toAbsolutePath", "normalize", "getAbsoluteFile" ->
                path.map(one -> Value.file(one, receiver.line())).orElseGet(Value::unknown);
            case "getParent", "getParentFile" ->
                path.filter(one -> one.lastIndexOf('/') > 0)
                        .filter(one -> member.descriptor().endsWith("Path;")
                                || member.descriptor().endsWith("File;"))
                        .map(one -> Value.file(Paths.parent(one), receiver.line()))
                        .orElseGet(Value::unknown);
            default -> Value.unknown();
        };
    }

    private static Value resolved(Optional<Value> directory, Optional<Value> name) {
        Optional<String> above = directory.flatMap(Value::path);
        Optional<String> below = name.flatMap(Value::path);
        return above.isPresent() && below.isPresent()
                ? Value.file(
                        Paths.resolve(above.get(), below.get()),
                        name.flatMap(Value::line).or(() -> directory.flatMap(Value::line)))
                : Value.unknown();
    }

    private Optional<Value> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
}
