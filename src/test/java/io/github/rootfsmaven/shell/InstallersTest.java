package io.github.rootfsmaven.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changes the system, and what builds or watches in the working directory; accounts in brackets. */
class InstallersTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            useradd -u 1 app                => account /etc/passwd [app]
            useradd -m app                  => account /etc/passwd [app], home /home/app [app]
            useradd -m -d /data app         => account /etc/passwd [app], home /data [app]
            useradd -d /data app            => account /etc/passwd [app]
            adduser -D -u 1 app             => account /etc/passwd [app], home /home/app [app]
            adduser -D -h /data app group   => account /etc/passwd [app], home /data [app]
            adduser --home /data app        => account /etc/passwd [app], home /data [app]
            adduser -H app                  => account /etc/passwd [app]
            adduser --system app            => account /etc/passwd [app]
            useradd                         => write /etc/passwd
            userdel app                     => write /etc/passwd
            groupadd -g 1 app               => write /etc/group
            /usr/sbin/addgroup app          => write /etc/group
            chpasswd                        => write /etc/shadow
            ldconfig                        => write /etc/ld.so.cache
            a2enmod rewrite                 => write /etc/apache2/mods-enabled
            setcap cap=ep /bin/x            => write /bin/x
            setcap -v                       =>
            getcap /bin/x                   =>
            """)
    void system(String script, String changes) {
        assertThat(told(script)).isEqualTo(changes == null ? "" : changes);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            apt-get install -y x            => apt-get install writes /var/lib/dpkg
            apt-get -y upgrade              => apt-get upgrade writes /var/lib/dpkg
            apt list                        =>
            dpkg -i x.deb                   => dpkg x.deb writes /var/lib/dpkg
            apk add x                       => apk add writes /lib/apk/db
            apk info                        =>
            pip install -t /a x             => pip install writes /usr/local/lib
            pip list                        =>
            docker-php-ext-install gd       => docker-php-ext-install gd writes /usr/local/lib/php/extensions
            npm ci                          => npm ci writes node_modules
            npm install -g x                => npm install writes /usr/local/lib/node_modules
            npm run dev                     => npm run dev writes node_modules
            npm run-script build            => npm run build writes node_modules
            npm dev                         => npm dev writes node_modules
            npm run lint                    =>
            npm run                         =>
            npm start                       =>
            npm run start                   =>
            pnpm dev                        => pnpm dev writes node_modules
            yarn                            => yarn writes node_modules
            yarn dev                        => yarn dev writes node_modules
            yarn run serve                  => yarn run serve writes node_modules
            bun run dev                     => bun run dev writes node_modules
            composer run dev                =>
            composer install                => composer install writes vendor
            bundle                          => bundle writes vendor
            bundle exec rails               =>
            mvn spring-boot:run             => mvn spring-boot:run writes target
            mvn                             =>
            ./gradlew                       => gradlew writes build
            cargo run                       => cargo run writes target
            cargo clippy                    =>
            dotnet watch                    => dotnet watch writes obj
            dotnet app.dll                  =>
            vite                            => vite writes node_modules/.vite
            ng serve                        => ng serve writes .angular
            ng version                      =>
            go run .                        => go run writes /root/.cache/go-build
            go version                      =>
            """)
    void packagesAndBuilds(String script, String words) {
        String told = Scripts.with(script).variable("HOME", "/root").read("/start").changes().stream()
                .filter(change -> change.action() == Change.Action.INSTALL && change.recursive())
                .map(change -> change.words().english().replace("$HOME", "/root"))
                .collect(Collectors.joining(", "));
        assertThat(told).isEqualTo(words == null ? "" : words);
    }

    private static String told(String script) {
        return Scripts.with(script).read("/start").changes().stream()
                .map(change -> Scripts.shown(change)
                        + change.detail()
                                .map(detail -> " [" + detail.value() + "]")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }
}
