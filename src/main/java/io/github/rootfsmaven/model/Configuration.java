package io.github.rootfsmaven.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files and directories are configuration, going by their names. */
public final class Configuration {
    private static final Pattern FILE =
            Pattern.compile(".+\\.(?:conf|cnf|cfg|config|ini|ya?ml|toml|properties|xml|json|env"
                    + "|hcl|rules|htpasswd|pem|crt|cer|key|jks|p12|pfx)|\\.env(?:\\..+)?|caddyfile|\\.?htpasswd|krb5\\.conf"
                    + "|authorized_keys|\\.npmrc|\\.pgpass|\\.my\\.cnf");
    private static final Pattern DATA = Pattern.compile(".+\\.(?:db|sqlite3?|log|pid|sock|lock|bak|csv|sql)"
            + "|(?:.*[-_.])?(?:acme|data|database|db|state|storage|store|cache|history|users)\\.json");
    private static final Set<String> DIRECTORIES =
            Set.of("conf", "config", "configs", "configuration", "cfg", "etc", "certs", "ssl");

    private Configuration() {}

    /** Whether a file of that name configures a program: its settings, certificates or keys. */
    public static boolean isFile(String path) {
        return FILE.matcher(nameOf(path)).matches() && !isData(path);
    }

    /** Whether a directory of that name holds such files: {@code conf}, {@code config}, {@code conf.d}. */
    public static boolean isDirectory(String path) {
        String name = nameOf(path);
        return DIRECTORIES.contains(name) || name.endsWith(".d");
    }

    /** Whether a file of that name is written by the program itself: {@code acme.json}, {@code app.db}. */
    public static boolean isData(String path) {
        return DATA.matcher(nameOf(path)).matches();
    }

    private static String nameOf(String path) {
        return Paths.name(path).toLowerCase(Locale.ROOT);
    }
}
