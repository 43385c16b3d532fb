package io.github.rootfsmaven.shell;

import java.util.List;
import java.util.Random;

/**
 * A script made at random that works in a directory of its own. There it finds the files {@code f0} to {@code f29}; its
 * argument is {@code run}. No path is written twice, so that what it changes can be told from what is left.
 */
public final class GeneratedScript {
    /** How many files it finds. */
    public static final int FILES = 30;

    private final Random random;
    private final String directory;
    private final StringBuilder text = new StringBuilder("#!/bin/sh\n");
    private int paths;
    private int files;
    private int names;

    private GeneratedScript(long seed, String directory) {
        this.random = new Random(seed);
        this.directory = directory;
    }

    /** The script with that seed; its last line prints {@code END} and the directory. */
    public static String of(long seed, String directory) {
        GeneratedScript script = new GeneratedScript(seed, directory);
        if (script.random.nextInt(3) > 0) {
            script.text.append("set -e\n");
        }
        for (int i = 4 + script.random.nextInt(8); i > 0; i--) {
            script.text.append(script.statement(3, false)).append('\n');
        }
        return script.text.append("echo END ").append(directory).append('\n').toString();
    }

    private String path() {
        return directory + "/p" + paths++;
    }

    /** A file that is there, or one that is new where all are used up. */
    private String file() {
        return files < FILES ? directory + "/f" + files++ : "/etc/app/app.conf";
    }

    private boolean filesLeft() {
        return files < FILES;
    }

    /** A command, or a compound one; {@code again} if it must be able to run twice. */
    private String statement(int depth, boolean again) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return compound(depth - 1, again);
        }
        return again || !filesLeft() ? repeatable() : once();
    }

    private String repeatable() {
        return switch (random.nextInt(19)) {
            case 0 -> "echo a > " + path();
            case 1 -> "echo a >> \"" + path() + "\"";
            case 2 -> "echo a | tee " + path() + " >/dev/null";
            case 3 -> "touch " + path() + " '" + path() + "'";
            case 4 -> "cp /etc/app/app.conf " + path();
            case 5 -> "mkdir -p " + path() + "/a/b";
            case 6 -> "dd if=/dev/null of=" + path() + " 2>/dev/null";
            case 7 -> "truncate -s 3 " + path();
            case 8 -> "cat <<EOF > " + path() + "\ntext $1 $(echo x)\ntouch " + directory + "/no\nEOF";
            case 9 -> "x=" + path() + "; touch \"$x.a\" ${x}b.c \"${x%p*}${x##*/}.d\"";
            case 10 -> "(cd " + directory + " && touch r" + names++ + ")";
            case 11 -> "sh -c 'touch " + path() + "'";
            case 12 -> "env A=" + path() + " sh -c 'touch $A'";
            case 13 -> ": > " + path();
            case 14 -> "> " + path();
            case 15 -> "echo a | { cat > " + path() + "; touch " + path() + "; }";
            case 16 -> "eval \"touch " + path() + "\"";
            case 17 -> "set -- " + path() + " b; touch \"$1\"; shift; set -- run";
            default -> "echo \"$(touch " + path() + ")\" 2>&1 >/dev/null";
        };
    }

    private String once() {
        return switch (random.nextInt(16)) {
            case 0 -> "mkdir " + path();
            case 1 -> "ln -s /nowhere " + path();
            case 2 -> "sed -i s/a/b/ " + file();
            case 3 -> "chmod 600 " + file();
            case 4 -> "chown 5:5 " + file();
            case 5 -> "rm " + file();
            case 6 -> "rm -f " + file() + " " + directory + "/missing";
            case 7 -> "mv " + file() + " " + path();
            case 8 -> "mkdir -m 700 -p " + path() + "/m";
            case 9 -> "cp -p " + file() + " " + path();
            case 10 -> "touch " + file();
            case 11 -> "x=$(touch " + path() + ")";
            case 12 -> "touch \"" + directory + "/u" + names++ + "$UNSET\"";
            case 13 -> "cd " + directory + "; touch r" + names++ + "; cd /";
            case 14 -> "touch " + path() + " & wait";
            default -> repeatable();
        };
    }

    private String compound(int depth, boolean again) {
        String first = statement(depth, again);
        String second = statement(depth, again);
        return switch (random.nextInt(16)) {
            case 0 -> "if [ \"$1\" = run ]; then\n" + first + "\nelse\n" + second + "\nfi";
            case 1 -> "if [ \"$1\" != run ]; then\n" + first + "\nelif test -n \"$1\"; then\n" + second + "\nfi";
            case 2 -> "if [ -f " + directory + "/f1 ]; then\n" + first + "\n:\nfi";
            case 3 -> "case \"$1\" in (r*|x)\n" + first + "\n;; *)\n" + second + "\n;; esac";
            case 4 -> "for i in a b; do\n" + statement(depth, true) + "\ntouch " + path() + "$i\ndone";
            case 5 -> function(first);
            case 6 -> "{\n" + first + "\n} 2>&1";
            case 7 -> "(\n" + first + "\n" + second + "\n)";
            case 8 -> "n=0; while [ $n -lt 2 ]; do\n" + statement(depth, true) + "\nn=$((n+1))\ndone";
            case 9 -> simple(again) + " || true";
            case 10 -> simple(again) + " && " + simple(again);
            case 11 -> "if ! " + simple(again) + "; then echo failed; fi";
            case 12 -> "if " + simple(again) + "; then\n" + first + "\nfi";
            case 13 -> "[ -w /etc/app/app.conf ] && " + simple(again) + " || true";
            case 14 -> "test -z \"$1\" || " + simple(again);
            default -> simple(again) + " || exit 1";
        };
    }

    private String function(String body) {
        String name = "g" + names++;
        return name + "() {\n" + body + "\n}\n" + name + " run";
    }

    /** A command that is no list. */
    private String simple(boolean again) {
        List<String> simple = List.of("touch " + path(), "echo a > " + path(), "mkdir -p " + path());
        String file = again || !filesLeft() ? path() : file();
        String other = again || file.contains("/p") ? "touch " + file : "chmod 600 " + file;
        int number = random.nextInt(4);
        return number < 3 ? simple.get(number) : other;
    }
}
