package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that write files they are told, and how they are told. */
final class Programs {
    private final Walk walk;
    private final Changes changes;

    Programs(Walk walk, Changes changes) {
        this.walk = walk;
        this.changes = changes;
    }

    void run(Argument program, String name, List<Argument> arguments, Scope scope, Context context) {
        Call call = new Call(changes, scope, context);
        switch (name) {
            case "tee", "sponge" ->
                call.each(Action.WRITE, new Options(arguments, "").operands(), Message.of("writes {0}"));
            case "sed" -> sed(arguments, call);
            case "perl" -> perl(arguments, call);
            case "yq" -> yq(arguments, call);
            case "touch" ->
                call.each(
                        Action.WRITE,
                        new Options(arguments, "-d -r -t --date --reference").operands(),
                        Message.of("touches {0}"));
            case "truncate" ->
                call.each(
                        Action.WRITE,
                        new Options(arguments, "-s -r --size --reference").operands(),
                        Message.of("writes {0}"));
            case "cp", "mv", "install", "rsync" -> copied(name, arguments, call);
            case "ln" -> linked(arguments, call);
            case "mkdir" -> directories(arguments, call);
            case "rm" -> removed(arguments, call);
            case "rmdir", "unlink" ->
                call.each(Action.REMOVE, new Options(arguments, "").operands(), Message.of("removes {0}"));
            case "chown", "chgrp" -> owned(name, arguments, call);
            case "chmod" -> permitted(arguments, call);
            case "mknod" -> call.first(Action.WRITE, new Options(arguments, "-m").operands(), Message.of("makes {0}"));
            case "mkfifo" -> call.each(Action.WRITE, new Options(arguments, "-m").operands(), Message.of("makes {0}"));
            case "dd" -> disk(arguments, call);
            case "tar", "bsdtar" -> tar(arguments, call);
            case "unzip" -> unzip(arguments, call);
            case "gunzip", "gzip", "bunzip2", "bzip2", "xz", "unxz" -> packed(arguments, call);
            case "curl" -> curl(arguments, call);
            case "wget" -> wget(arguments, call);
            case "gomplate", "j2", "jinja2" -> output(arguments, call);
            case "openssl" -> openssl(arguments, call);
            case "keytool" -> keytool(arguments, call);
            case "dockerize" -> dockerize(arguments, call);
            case "htpasswd" -> {
                Options options = new Options(arguments, "");
                if (!options.has("-n")) {
                    call.first(Action.WRITE, options.operands(), Message.of("writes {0}"));
                }
            }
            case "mktemp" -> temporary(program, arguments, call);
            case "ssh-keygen" -> sshKeys(arguments, call);
            default -> {}
        }
    }

    /** A command's scope and circumstances, so that its readers are short. */
    private record Call(Changes changes, Scope scope, Context context) {
        void one(Action action, Argument path, Message verb) {
            changes.add(action, path, verb, scope, context);
        }

        void one(Action action, Argument path, Message verb, Optional<Text> detail, boolean recursive) {
            changes.add(action, path, verb, detail, recursive, scope, context);
        }

        void each(Action action, List<Argument> paths, Message verb) {
            paths.forEach(path -> one(action, path, verb));
        }

        void first(Action action, List<Argument> paths, Message verb) {
            paths.stream().findFirst().ifPresent(path -> one(action, path, verb));
        }

        Call perhaps() {
            return new Call(changes, scope, context.onCondition());
        }
    }

    private static void sed(List<Argument> arguments, Call call) {
        Options options = new Options(
                arguments.stream().map(Programs::withoutSuffix).toList(), "-e -f -l --expression --file --line-length");
        if (options.has("-i", "--in-place")) {
            boolean scripted = options.has("-e", "-f", "--expression", "--file");
            List<Argument> files = options.operands();
            inPlace("sed -i", scripted ? files : files.subList(Math.min(1, files.size()), files.size()), call);
        }
    }

    /** The suffix that {@code -i} takes would be read as further options. */
    private static Argument withoutSuffix(Argument argument) {
        return argument.value().matches("-[EnrszuH]*i.*") ? argument.with(Text.literal("-i")) : argument;
    }

    private static void inPlace(String tool, List<Argument> files, Call call) {
        for (Argument file : files) {
            int slash = file.value().lastIndexOf('/');
            Argument directory = slash < 0
                    ? file.with(Text.literal("."))
                    : file.with(file.text().substring(0, Math.max(1, slash)));
            String shown = file.text().shown();
            call.one(Action.REPLACE_IN, directory, Message.of("replaces {0} with {1} in {2}", shown, tool));
        }
    }

    private static void perl(List<Argument> arguments, Call call) {
        boolean edits = arguments.stream().anyMatch(argument -> argument.value().matches("-[a-z0]*i.*"));
        List<Argument> operands = new Options(arguments, "-e -pe -pie -ne -I -M").operands();
        if (edits) {
            boolean scripted =
                    arguments.stream().anyMatch(argument -> argument.value().matches("-[a-z0]*e"));
            inPlace(
                    "perl -i",
                    scripted ? operands : operands.subList(Math.min(1, operands.size()), operands.size()),
                    call);
        }
    }

    private static void yq(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-o -p");
        List<Argument> operands = options.operands();
        if (options.has("-i", "--inplace") && operands.size() > 1) {
            inPlace("yq -i", operands.subList(1, operands.size()), call);
        }
    }

    private static void copied(String name, List<Argument> arguments, Call call) {
        Options options = new Options(
                arguments,
                name.equals("install") ? "-m -o -g -t -S --mode --owner --group --target-directory" : "-t -S");
        List<Argument> operands = options.operands();
        if (name.equals("install") && options.has("-d", "--directory")) {
            Optional<Text> owner = options.value("-o", "--owner").map(Argument::text);
            Optional<Text> mode = options.value("-m", "--mode").map(Argument::text);
            for (Argument directory : operands) {
                call.one(
                        Action.DIRECTORY_IF_MISSING,
                        directory,
                        Message.of("makes {0}"),
                        mode.or(() -> Optional.of(Text.literal("755"))),
                        false);
                call.one(
                        Action.MODE,
                        directory,
                        Message.of("sets the mode of {0}"),
                        mode.or(() -> Optional.of(Text.literal("755"))),
                        false);
                owner.ifPresent(user -> call.one(
                        Action.OWNER, directory, Message.of("sets the owner of {0}"), Optional.of(user), false));
            }
            return;
        }
        Optional<Argument> target = options.value("-t", "--target-directory");
        List<Argument> sources = operands;
        if (target.isEmpty() && operands.size() > 1) {
            sources = operands.subList(0, operands.size() - 1);
            target = Optional.of(operands.get(operands.size() - 1));
        }
        boolean remote = name.equals("rsync")
                && target.filter(to -> to.value().contains(":")).isPresent();
        if (target.isEmpty() || remote) {
            return;
        }
        boolean unsure = options.has("-n", "-u", "--update", "--no-clobber");
        Message verb = name.equals("mv") ? Message.of("moves files to {0}") : Message.of("copies files to {0}");
        (unsure ? call.perhaps() : call).one(Action.WRITE, target.get(), verb);
        if (name.equals("mv")) {
            call.each(Action.REMOVE, sources, Message.of("moves away {0}"));
        }
    }

    private static void linked(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-t -S");
        List<Argument> operands = options.operands();
        if (!operands.isEmpty()) {
            Argument last = operands.get(operands.size() - 1);
            Optional<Text> target = Optional.of(operands.get(0).text())
                    .filter(text -> options.has("-s", "--symbolic") && operands.size() == 2);
            Argument link = operands.size() > 1 ? last : last.with(name(last.text()));
            call.one(Action.LINK, link, Message.of("makes the link {0}"), target, false);
        }
    }

    private static Text name(Text path) {
        return path.substring(path.value().lastIndexOf('/') + 1);
    }

    private void directories(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-m --mode");
        Optional<Text> mode = options.value("-m", "--mode").map(Argument::text);
        boolean parents = options.has("-p", "--parents");
        for (Argument directory : options.operands()) {
            Text path = Changes.absolute(directory.text(), call.scope().directory());
            boolean known = directory.isKnown() && !Patterns.isUnknown(path);
            if (!parents || !known || !walk.surroundings().files().hasDirectory(path.value())) {
                call.one(
                        parents ? Action.DIRECTORY_IF_MISSING : Action.DIRECTORY,
                        directory,
                        Message.of("makes {0}"),
                        mode,
                        parents);
            }
        }
    }

    private static void removed(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "");
        Action action = options.has("-f", "--force") ? Action.REMOVE_IF_THERE : Action.REMOVE;
        options.operands()
                .forEach(path ->
                        call.one(action, path, Message.of("removes {0}"), Optional.empty(), options.has("-r", "-R")));
    }

    private static void owned(String name, List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "--reference --from");
        boolean recursive = options.has("-R", "--recursive");
        List<Argument> operands = options.operands();
        boolean told = !options.has("--reference") && !operands.isEmpty();
        Optional<Text> owner =
                told && name.equals("chown") ? Optional.of(operands.get(0).text()) : Optional.empty();
        for (Argument path : operands.subList(told ? 1 : 0, operands.size())) {
            call.one(Action.OWNER, path, Message.of("sets the owner of {0}"), owner, recursive);
        }
    }

    private static void permitted(List<Argument> arguments, Call call) {
        List<Argument> words = arguments.stream()
                .map(word -> word.value().matches("-[rwxXst]+") ? word.with(Text.literal("a" + word.value())) : word)
                .toList();
        Options options = new Options(words, "--reference");
        List<Argument> operands = options.operands();
        boolean told = !options.has("--reference") && !operands.isEmpty();
        Optional<Text> mode = told ? Optional.of(operands.get(0).text()) : Optional.empty();
        for (Argument path : operands.subList(told ? 1 : 0, operands.size())) {
            call.one(Action.MODE, path, Message.of("sets the mode of {0}"), mode, options.has("-R", "--recursive"));
        }
    }

    private static void disk(List<Argument> arguments, Call call) {
        arguments.stream()
                .filter(argument -> argument.value().startsWith("of="))
                .map(argument -> argument.with(argument.text().substring(3)))
                .forEach(file -> call.one(Action.WRITE, file, Message.of("writes {0}")));
    }

    /** Its first word may be letters without a dash, whose values follow. */
    private static void tar(List<Argument> arguments, Call call) {
        if (arguments.isEmpty()) {
            return;
        }
        Argument first = arguments.get(0);
        List<Argument> words = new ArrayList<>(arguments);
        if (!first.value().startsWith("-")) {
            words.set(0, first.with(Text.join(List.of(Text.literal("-"), first.text()))));
        }
        Options options = new Options(words, "-f -C --file --directory --strip-components --exclude");
        boolean prints = options.has("-O", "--to-stdout");
        if (options.has("-x", "--extract", "--get") && !prints) {
            Argument here = first.with(Text.literal("."));
            Argument place = options.value("-C", "--directory").orElse(here);
            call.one(Action.WRITE, place, Message.of("unpacks an archive into {0}"), Optional.empty(), true);
        } else if (options.has("-c", "--create")) {
            options.value("-f", "--file")
                    .filter(file -> !file.value().equals("-"))
                    .ifPresent(file -> call.one(Action.WRITE, file, Message.of("writes {0}")));
        }
    }

    private static void unzip(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-d -x -P");
        if (!arguments.isEmpty() && !options.has("-l", "-p", "-t", "-v")) {
            Argument here = arguments.get(0).with(Text.literal("."));
            Argument place = options.value("-d").orElse(here);
            call.one(Action.WRITE, place, Message.of("unpacks an archive into {0}"), Optional.empty(), true);
        }
    }

    private static void packed(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-S");
        if (!options.has("-c", "--stdout", "-t", "-l")) {
            call.each(Action.WRITE, options.operands(), Message.of("packs or unpacks {0}"));
        }
    }

    private static void curl(List<Argument> arguments, Call call) {
        Options options = new Options(
                arguments,
                "-o -d -H -X -u -A -e -b -c -F -T -m -w -x --output --data --header --request --user --retry --max-time"
                        + " --retry-delay --connect-timeout --output-dir --cacert --write-out --data-binary");
        options.value("-o", "--output").ifPresent(file -> call.one(Action.WRITE, file, Message.of("downloads {0}")));
        if (options.has("-O", "--remote-name", "-OL", "-LO")
                && !options.operands().isEmpty()) {
            Argument url = options.operands().get(0);
            call.one(Action.WRITE, url.with(name(url.text())), Message.of("downloads {0}"));
        }
    }

    private static void wget(List<Argument> arguments, Call call) {
        Options options = new Options(
                arguments,
                "-O -P -o -t -T -U --output-document --directory-prefix --header --timeout --tries --post-data");
        Optional<Argument> file = options.value("-O", "--output-document");
        if (options.has("--spider") || options.operands().isEmpty()) {
            return;
        }
        if (file.isPresent()) {
            file.filter(name -> !name.value().equals("-"))
                    .ifPresent(name -> call.one(Action.WRITE, name, Message.of("downloads {0}")));
        } else {
            Argument url = options.operands().get(0);
            Argument place = options.value("-P", "--directory-prefix").orElse(url.with(name(url.text())));
            call.one(Action.WRITE, place, Message.of("downloads {0}"));
        }
    }

    private static void output(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-o -f --output-dir --out");
        options.value("-o", "--out", "--output-dir")
                .ifPresent(file -> call.one(Action.WRITE, file, Message.of("writes {0}")));
    }

    private static void openssl(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-out -keyout -in -subj -days -newkey -addext -key");
        for (String option : List.of("-out", "-keyout")) {
            options.value(option).ifPresent(file -> call.one(Action.WRITE, file, Message.of("writes {0}")));
        }
    }

    /** What it exports goes to {@code -file}; what it only looks at stays as it is. */
    private static void keytool(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-keystore -storepass -alias -file -keypass -destkeystore");
        if (options.has("-exportcert", "-export", "-certreq")) {
            options.value("-file").ifPresent(file -> call.one(Action.WRITE, file, Message.of("writes {0}")));
        } else if (!options.has("-list", "-printcert")) {
            options.value("-destkeystore", "-keystore")
                    .ifPresent(file -> call.one(Action.WRITE, file, Message.of("changes the key store {0}")));
        }
    }

    private static void dockerize(List<Argument> arguments, Call call) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Argument pair = arguments.get(i + 1);
            int colon = pair.value().indexOf(':');
            if (arguments.get(i).value().matches("--?template") && colon >= 0) {
                call.one(Action.WRITE, pair.with(pair.text().substring(colon + 1)), Message.of("writes {0}"));
            }
        }
    }

    /** A template with a slash stands where it says; {@code -u} makes nothing. */
    private static void temporary(Argument program, List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-p --suffix");
        if (options.has("-u", "--dry-run")) {
            return;
        }
        Optional<Text> template = options.operands().stream().findFirst().map(Argument::text);
        Optional<Text> usual = Optional.of("TMPDIR").filter(call.scope()::says).flatMap(call.scope()::get);
        Text place = options.value("-p")
                .map(Argument::text)
                .or(() -> template.filter(text -> text.value().indexOf('/') >= 0)
                        .map(text -> text.substring(0, Math.max(1, text.value().lastIndexOf('/')))))
                .or(() ->
                        template.filter(text -> !options.has("-t", "--tmpdir")).map(text -> Text.literal(".")))
                .or(() -> usual)
                .orElse(Text.literal("/tmp"));
        call.one(Action.WRITE, program.with(place), Message.of("makes a temporary file in {0}"));
    }

    private static void sshKeys(List<Argument> arguments, Call call) {
        Options options = new Options(arguments, "-f -t -b -C -N -q");
        if (options.has("-A")) {
            Argument place = arguments.get(0).with(Text.literal("/etc/ssh"));
            call.perhaps().one(Action.WRITE, place, Message.of("makes host keys in {0}"));
        }
        options.value("-f").ifPresent(file -> call.one(Action.WRITE, file, Message.of("writes the key {0}")));
    }
}
