package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs are told to change, and how: owners, modes and targets in brackets, {@code **} with all below. */
class ProgramsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            tee -a /a /b                            => write /a, write /b
            sponge /a                               => write /a
            sed -i.bak s/a/b/ /x/a                  => replace_in /x
            sed -i -f /s /x/a                       => replace_in /x
            sed --in-place --expression=s/a/b/ a    => replace_in /work
            sed -Ei s/a/b/                          =>
            sed -e s/i/b/ /x/a                      =>
            sed -n p /x/a                           =>
            perl -pi -e s/a/b/ /x/a /y/b            => replace_in /x, replace_in /y
            perl -pie s/a/b/ /x/a                   => replace_in /x
            perl -i.bak /script /x/a                => replace_in /x
            perl -i                                 =>
            perl -pe s/a/b/ /x/a                    =>
            yq -i .a=1 /x/a /y/b                    => replace_in /x, replace_in /y
            yq --inplace .a=1 /x/a                  => replace_in /x
            yq .a /x/a                              =>
            yq -i .a                                =>
            touch -d now /a                         => write /a
            touch --reference /r /a                 => write /a
            truncate -s 0 /a /b                     => write /a, write /b
            rmdir -p /a /b                          => remove /a, remove /b
            unlink /a                               => remove /a
            mknod -m 600 /a p                       => write /a
            mkfifo -m 600 /a /b                     => write /a, write /b
            dd if=/a of=/b                          => write /b
            gomplate -f /a -o /b                    => write /b
            j2 /a --out /b                          => write /b
            gomplate --output-dir=/b                => write /b
            openssl req -x509 -newkey rsa:2048 -keyout /k -out /c -days 9 => write /c, write /k
            openssl x509 -in /c -noout              =>
            keytool -genkeypair -alias a -keystore /k -storepass b => write /k
            keytool -importcert -file /c -keystore /k => write /k
            keytool -importkeystore -srckeystore /a -destkeystore /k => write /k
            keytool -list -keystore /k              =>
            keytool -printcert -file /c             =>
            keytool -exportcert -keystore /k -file /c => write /c
            keytool -certreq -keystore /k -file /c  => write /c
            dockerize -template /a:/b -template /c  => write /b
            dockerize --template /a:b               => write /work/b
            dockerize -wait tcp://db:1              =>
            htpasswd -bc /a user word               => write /a
            htpasswd -nb user word                  =>
            ssh-keygen -A                           => write /etc/ssh ?
            ssh-keygen -q -t rsa -N x -f /k         => write /k
            gzip /a                                 => write /a
            gunzip -c /a                            =>
            xz -l /a                                =>
            unzip -q /a.zip                         => write /work **
            unzip -q /a.zip -d /b                   => write /b **
            unzip -l /a.zip                         =>
            unzip                                   =>
            mktemp -u                               =>
            mktemp --dry-run /run/a.XX              =>
            mktemp /a.XX                            => write /
            mktemp --tmpdir a.XX                    => write /tmp
            """)
    void write(String script, String changes) {
        assertThat(told(script)).isEqualTo(changes == null ? "" : changes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            tar -xzf /a -C /c               => write /c **
            tar xf /a --directory=/c        => write /c **
            tar xf /a                       => write /work **
            tar --extract --file /a         => write /work **
            tar -xzOf /a b                  =>
            tar -x --to-stdout -f /a        =>
            tar -czf /a b                   => write /a
            tar czf /a b                    => write /a
            tar --create --file=/a b        => write /a
            tar -cf - b                     =>
            tar -tf /a                      =>
            tar                             =>
            curl -fsSLo /a http://h/b       => write /a
            curl --output /a http://h/b     => write /a
            curl -H x -LO http://h/b        => write /work/b
            curl --remote-name http://h/b   => write /work/b
            curl -O                         =>
            curl -d x http://h/b            =>
            wget -qO /a http://h/b          => write /a
            wget -O - http://h/b            =>
            wget -P /a http://h/b           => write /a
            wget --directory-prefix /a http://h/b => write /a
            wget http://h/b                 => write /work/b
            wget --spider http://h/b        =>
            wget -O /a                      =>
            """)
    void unpackAndDownload(String script, String changes) {
        write(script, changes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            cp -r /a /b /c                   => write /c
            cp -n /a /c                      => write /c ?
            cp --update /a /c                => write /c ?
            cp -t /c /a /b                   => write /c
            cp --target-directory=/c         => write /c
            cp /a                            =>
            mv /a /b /c                      => write /c, remove /a, remove /b
            mv -t /c /a /b                   => write /c, remove /a, remove /b
            mv --target-directory=/c /a /b   => write /c, remove /a, remove /b
            install -m 644 /a /c             => write /c
            install -o app -t /c /a          => write /c
            install -d /a                    => directory_if_missing /a [755], mode /a [755]
            install --directory -m 700 -o app /a /b => directory_if_missing /a [700], mode /a [700], owner /a [app], directory_if_missing /b [700], mode /b [700], owner /b [app]
            rsync -a /a /b                   => write /b
            rsync -a /a host:/b              =>
            ln -s /a /b                      => link /b [/a]
            ln --symbolic a /b               => link /b [a]
            ln /a /b                         => link /b
            ln -s /x/a                       => link /work/a
            ln -s /a /b /c                   => link /c
            ln -s                            =>
            mkdir /a                         => directory /a
            mkdir -p /a /etc                 => directory_if_missing /a **
            mkdir -p -m 700 /a               => directory_if_missing /a [700] **
            mkdir --parents --mode=711 a     => directory_if_missing /work/a [711] **
            mkdir -p /etc/$X                 => directory_if_missing /etc/? **
            mkdir /etc                       => directory /etc
            rm /a                            => remove /a
            rm -rf /a                        => remove_if_there /a **
            rm --force /a                    => remove_if_there /a
            rm -R /a                         => remove /a **
            chown app /a /b                  => owner /a [app], owner /b [app]
            chown -R app:app /a              => owner /a [app:app] **
            chown --recursive --reference /r /a => owner /a **
            chown app                        =>
            chgrp app /a                     => owner /a
            chmod 600 /a                     => mode /a [600]
            chmod -x /a                      => mode /a [a-x]
            chmod -R u+w /a                  => mode /a [u+w] **
            chmod --reference=/r /a          => mode /a
            chmod 600                        =>
            """)
    void copyMakeAndRemove(String script, String changes) {
        write(script, changes);
    }

    private static String told(String script) {
        return Scripts.with(script).read("/start").changes().stream()
                .map(change -> Scripts.shown(change)
                        + change.detail()
                                .map(detail -> " [" + detail.value() + "]")
                                .orElse("")
                        + (change.recursive() ? " **" : ""))
                .collect(Collectors.joining(", "));
    }
}
