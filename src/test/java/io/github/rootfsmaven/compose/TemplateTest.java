package io.github.rootfsmaven.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rootfsmaven.text.Text;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V is {@code val}, E is empty, every other variable has no value. */
class TemplateTest {
    private static final Map<String, String> VARIABLES = Map.of("V", "val", "E", "");

    /** What compose-go's template package makes of each; found by running it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            $V            | val
            ${V}x         | valx
            $X            | ''
            $$V           | $V
            $$$V          | $val
            $1 a$ $       | $1 a$ $
            %{V}          | %{V}
            $V.Y          | val.Y
            ${X:-d}       | d
            ${E:-d}       | d
            ${E-d}        | ''
            ${X-d}        | d
            ${V:-d}       | val
            ${V:+p}       | p
            ${E:+p}       | ''
            ${E+p}        | p
            ${X+p}        | ''
            ${V:?m}       | val
            ${E?m}        | ''
            ${X:-${V}}    | val
            ${X:-$V}      | val
            ${X:-a:b}     | a:b
            ${X:-{}}      | {}
            ${X:-}        | ''
            ${X-${V}-${E:-q}} | val-q
            ${X:-$$V}     | $V
            ${V:+${X:-k}} | k
            ${X:-a}b}     | ab}
            ${V+x:-y}     | x:-y
            ${V:-${N:?boom}} | val
            ${V}-${V}     | val-val
            """)
    void replacesAsTheReference(String template, String value) throws Exception {
        assertThat(substitute(template, Unset.EMPTY).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${1X}", "${X!y}", "${X:}", "${X.Y}", "${V/a/b}", "${X:-a", "${X:-\n}"})
    void refusesWhatTheReferenceRefuses(String template) {
        assertThatThrownBy(() -> substitute(template, Unset.EMPTY))
                .isInstanceOf(Template.Invalid.class)
                .hasMessage("invalid interpolation format");
    }

    @Test
    void aRequiredVariableWithoutValueIsAnErrorThatGivesNoValueAway() {
        assertThatThrownBy(() -> substitute("${X:?${V} is}", Unset.EMPTY))
                .hasMessage("required variable X is missing a value: ${V} is");
    }

    @Test
    void isShownAsWritten() throws Exception {
        assertThat(substitute("a${V}b${X:-d}$$", Unset.EMPTY).shown()).isEqualTo("a${V}b${X:-d}$");
    }

    @ParameterizedTest
    @CsvSource({"$X,X", "${X},X", "${X:?m},X", "${X:-$Y},Y", "${V:+a$Y},Y"})
    void aVariableThatNobodySetIsUnknownIfAskedFor(String template, String variable) throws Exception {
        Text text = substitute(template, Unset.UNKNOWN);
        assertThat(text.unresolved()).containsExactly(variable);
        assertThat(text.shown()).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${X:-d}", "${X+p}", "$V", "${E:?}"})
    void whatHasAnAnswerIsNotUnknown(String template) throws Exception {
        assertThat(substitute(template.replace("${E:?}", "${V:?}"), Unset.UNKNOWN)
                        .unresolved())
                .isEmpty();
    }

    /** Names with dots are Maven's; the reference refuses them. */
    @Test
    void propertiesAreReplacedBeforeVariables() throws Exception {
        assertThat(withProperties("x:${project.version}-${V}-${A:-${tmp.size}}", Unset.EMPTY)
                        .value())
                .isEqualTo("x:1.0-maven-8m");
        assertThat(withProperties("x:${project.version}", Unset.EMPTY).shown()).isEqualTo("x:${project.version}");
        assertThat(withProperties("x:${no.such}${E}", Unset.UNKNOWN).unresolved())
                .containsExactly("no.such");
        assertThatThrownBy(() -> withProperties("${no.such}", Unset.EMPTY)).isInstanceOf(Template.Invalid.class);
        assertThatThrownBy(() -> withProperties("${no such}", Unset.UNKNOWN)).isInstanceOf(Template.Invalid.class);
        assertThatThrownBy(() -> substitute("${project.version}", Unset.UNKNOWN))
                .isInstanceOf(Template.Invalid.class);
    }

    private static Text withProperties(String template, Unset unset) throws Template.Invalid {
        Map<String, String> properties = Map.of("project.version", "1.0", "tmp.size", "8m", "V", "maven");
        return new Template(name -> Optional.ofNullable(VARIABLES.get(name)), properties, unset).substitute(template);
    }

    private static Text substitute(String template, Unset unset) throws Template.Invalid {
        return new Template(name -> Optional.ofNullable(VARIABLES.get(name)), unset).substitute(template);
    }
}
