package io.github.rootfsmaven.shell;

import io.github.rootfsmaven.shell.Change.Action;
import io.github.rootfsmaven.text.Message;
import io.github.rootfsmaven.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that change the system: accounts, certificates, packages, builds. */
final class Installers {
    private static final Map<String, String> SYSTEM = Map.ofEntries(
            Map.entry("useradd", "/etc/passwd"),
            Map.entry("usermod", "/etc/passwd"),
            Map.entry("adduser", "/etc/passwd"),
            Map.entry("userdel", "/etc/passwd"),
            Map.entry("deluser", "/etc/passwd"),
            Map.entry("chsh", "/etc/passwd"),
            Map.entry("groupadd", "/etc/group"),
            Map.entry("groupmod", "/etc/group"),
            Map.entry("addgroup", "/etc/group"),
            Map.entry("groupdel", "/etc/group"),
            Map.entry("delgroup", "/etc/group"),
            Map.entry("passwd", "/etc/shadow"),
            Map.entry("chpasswd", "/etc/shadow"),
            Map.entry("update-ca-certificates", "/etc/ssl/certs"),
            Map.entry("update-ca-trust", "/etc/pki/ca-trust/extracted"),
            Map.entry("ldconfig", "/etc/ld.so.cache"),
            Map.entry("locale-gen", "/usr/lib/locale"),
            Map.entry("a2enmod", "/etc/apache2/mods-enabled"),
            Map.entry("a2dismod", "/etc/apache2/mods-enabled"),
            Map.entry("a2enconf", "/etc/apache2/conf-enabled"),
            Map.entry("a2disconf", "/etc/apache2/conf-enabled"),
            Map.entry("a2ensite", "/etc/apache2/sites-enabled"),
            Map.entry("a2dissite", "/etc/apache2/sites-enabled"),
            Map.entry("docker-php-ext-enable", "/usr/local/etc/php/conf.d"),
            Map.entry("crontab", "/var/spool/cron"));

    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("apt-get", "/var/lib/dpkg"),
            Map.entry("apt", "/var/lib/dpkg"),
            Map.entry("aptitude", "/var/lib/dpkg"),
            Map.entry("dpkg", "/var/lib/dpkg"),
            Map.entry("apk", "/lib/apk/db"),
            Map.entry("yum", "/var/lib/rpm"),
            Map.entry("dnf", "/var/lib/rpm"),
            Map.entry("microdnf", "/var/lib/rpm"),
            Map.entry("zypper", "/var/lib/rpm"),
            Map.entry("rpm", "/var/lib/rpm"),
            Map.entry("pip", "/usr/local/lib"),
            Map.entry("pip3", "/usr/local/lib"),
            Map.entry("gem", "/usr/local/bundle"),
            Map.entry("docker-php-ext-install", "/usr/local/lib/php/extensions"),
            Map.entry("pecl", "/usr/local/lib/php/extensions"));

    private static final Set<String> CHANGING =
            Set.of(("install add update upgrade remove del purge ci i dist-upgrade reinstall localinstall -i -U -Uvh"
                            + " --install autoremove")
                    .split(" "));

    /** Where a build, or a tool that watches and rebuilds, writes below the directory it runs in. */
    private static final Map<String, String> BUILDS = Map.ofEntries(
            Map.entry("npm", "node_modules"),
            Map.entry("pnpm", "node_modules"),
            Map.entry("yarn", "node_modules"),
            Map.entry("bun", "node_modules"),
            Map.entry("composer", "vendor"),
            Map.entry("bundle", "vendor"),
            Map.entry("poetry", ".venv"),
            Map.entry("mvn", "target"),
            Map.entry("mvnw", "target"),
            Map.entry("gradle", "build"),
            Map.entry("gradlew", "build"),
            Map.entry("sbt", "target"),
            Map.entry("cargo", "target"),
            Map.entry("dotnet", "obj"),
            Map.entry("vite", "node_modules/.vite"),
            Map.entry("next", ".next"),
            Map.entry("nuxt", ".nuxt"),
            Map.entry("ng", ".angular"));

    private static final Map<String, String> BUILDING = Map.ofEntries(
            Map.entry("npm", "install|ci|i|add|update|rebuild"),
            Map.entry("pnpm", "install|i|add|update"),
            Map.entry("yarn", "|install|add|upgrade"),
            Map.entry("bun", "install|i|add"),
            Map.entry("composer", "install|update|require"),
            Map.entry("bundle", "|install|update"),
            Map.entry("poetry", "install|add|update"),
            Map.entry("mvn", ".+"),
            Map.entry("mvnw", ".+"),
            Map.entry("gradle", ".*"),
            Map.entry("gradlew", ".*"),
            Map.entry("sbt", ".*"),
            Map.entry("cargo", "run|build|watch|test|install"),
            Map.entry("dotnet", "run|watch|build|publish|restore|test"),
            Map.entry("vite", "|dev|serve|build"),
            Map.entry("next", "dev|build"),
            Map.entry("nuxt", "dev|build|generate"),
            Map.entry("ng", "serve|build|test"));

    private static final Map<String, String> WATCHING = Map.of("npm", "start|dev|serve|watch|build|start:dev|develop");

    private final Changes changes;

    Installers(Changes changes) {
        this.changes = changes;
    }

    void run(Argument program, String name, List<Argument> arguments, Scope scope, Context context) {
        Options options = new Options(
                arguments,
                "-u --uid -g --gid -G --groups -d --home --home-dir -s --shell -c --comment -h -k -C --prefix --cwd --root -t");
        List<Argument> operands = options.operands();
        String first = operands.isEmpty() ? "" : operands.get(0).value();
        Optional<Text> account = account(name, operands);
        if (SYSTEM.containsKey(name)) {
            changes.add(
                    account.isPresent() ? Action.ACCOUNT : Action.WRITE,
                    at(program, SYSTEM.get(name)),
                    Message.of("{0} writes {1}", name),
                    account,
                    false,
                    scope,
                    context);
            account.ifPresent(user -> home(program, name, user, options, scope, context));
        } else if (name.equals("setcap") && operands.size() > 1) {
            changes.add(
                    Action.WRITE, operands.get(operands.size() - 1), Message.of("setcap changes {0}"), scope, context);
        } else if (PACKAGES.containsKey(name)) {
            boolean changing = arguments.stream().map(Argument::value).anyMatch(CHANGING::contains);
            if (changing || name.startsWith("docker-php")) {
                install(at(program, PACKAGES.get(name)), name + " " + first, scope, context);
            }
        } else if (BUILDS.containsKey(name)) {
            build(program, name, options, first, scope, context);
        } else if (name.equals("go") && first.matches("run|build|install|test")) {
            Text home = scope.get("HOME").orElse(Scope.unknown("HOME"));
            Text cache = Text.join(List.of(home, Text.literal("/.cache/go-build")));
            install(program.with(cache), "go " + first, scope, context);
        }
    }

    /** {@code adduser} makes a home directory unless it is told not to, {@code useradd} only if it is told. */
    private void home(Argument program, String name, Text user, Options options, Scope scope, Context context) {
        boolean makes = name.equals("adduser")
                ? !options.has("-H", "--no-create-home", "--system")
                : options.has("-m", "--create-home");
        if (makes) {
            Text place = options.value("-d", "--home-dir", "--home", name.equals("adduser") ? "-h" : "-d")
                    .map(Argument::text)
                    .orElse(Text.join(List.of(Text.literal("/home/"), user)));
            changes.add(
                    Action.HOME,
                    program.with(place),
                    Message.of("makes {0}"),
                    Optional.of(user),
                    false,
                    scope,
                    context);
        }
    }

    private void build(Argument program, String name, Options options, String first, Scope scope, Context context) {
        boolean everywhere = name.equals("npm") && options.has("-g", "--global");
        if (first.matches(BUILDING.get(name))) {
            Argument place = everywhere ? at(program, "/usr/local/lib/node_modules") : here(program, BUILDS.get(name));
            install(place, (name + " " + first).strip(), scope, context);
            return;
        }
        boolean script = first.matches("run|run-script") && options.operands().size() > 1;
        String task = script ? options.operands().get(1).value() : first;
        if (List.of("npm", "pnpm", "yarn", "bun").contains(name)
                && task.matches(WATCHING.get("npm"))
                && !task.equals("start")) {
            String words = script ? name + " run " + task : name + " " + task;
            install(here(program, BUILDS.get(name)), words, scope, context);
        }
    }

    private void install(Argument place, String command, Scope scope, Context context) {
        changes.add(
                Action.INSTALL,
                place,
                Message.of("{0} writes {1}", command.strip()),
                Optional.empty(),
                true,
                scope,
                context);
    }

    /** The user or group that an account command names last, or first for {@code addgroup}'s like. */
    private static Optional<Text> account(String name, List<Argument> operands) {
        boolean makes = name.equals("useradd") || name.equals("adduser");
        return makes && !operands.isEmpty()
                ? Optional.of(operands.get(name.equals("adduser") ? 0 : operands.size() - 1)
                        .text())
                : Optional.empty();
    }

    private static Argument at(Argument program, String path) {
        return program.with(Text.literal(path));
    }

    private static Argument here(Argument program, String below) {
        return program.with(Text.literal(below));
    }
}
