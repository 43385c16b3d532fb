package io.github.rootfsmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rootfsmaven.text.Located;
import io.github.rootfsmaven.text.SourceFile;
import io.github.rootfsmaven.text.Span;
import io.github.rootfsmaven.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path on the host is what is written, not where the project happens to lie. */
class HostPathTest {
    private static final Span PLACE =
            SourceFile.of(Path.of("/usr/src/shop/compose.yaml"), "").start();

    @ParameterizedTest
    @CsvSource({
        "/etc/, /etc",
        "/var//lib/./docker, /var/lib/docker",
        "~, ~",
        "~/.ssh/, ~/.ssh",
        "${HOME}/.kube, ~/.kube"
    })
    void isAbsoluteOrBelowAHome(String written, String path) {
        assertThat(HostPath.of(bind(Located.literal(written, PLACE)))).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "./etc", "../../etc", "pictures", ".ssh/key"})
    void ofTheProjectIsNone(String written) {
        assertThat(HostPath.of(bind(Located.literal(written, PLACE)))).isEmpty();
        assertThat(HostPath.of(bind(new Located<>("/usr/src/shop/x", written, PLACE, Located.Origin.LITERAL))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/usr/src/shop, false", "/usr/src/shop/data, false", "/usr/src/shopping, true", "/usr, true"})
    void inAVariableMayLeadBackToTheProject(String value, boolean host) {
        Located<String> source = Text.resolved(value, "${PWD}").at(PLACE);
        assertThat(HostPath.of(bind(source)).isPresent()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "x"})
    void ofAVolumeIsNone(String name) {
        Mount volume = bind(Located.literal(name, PLACE));
        assertThat(HostPath.of(new Mount(
                        MountType.VOLUME,
                        volume.target(),
                        volume.source(),
                        volume.access(),
                        volume.options(),
                        volume.mode(),
                        Optional.empty(),
                        PLACE)))
                .isEmpty();
    }

    private static Mount bind(Located<String> source) {
        return new Mount(
                MountType.BIND,
                Located.literal("/target", PLACE),
                Optional.of(source),
                Access.WRITABLE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                PLACE);
    }
}
