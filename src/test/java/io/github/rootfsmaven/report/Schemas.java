package io.github.rootfsmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The schemas of those who read reports. */
final class Schemas {
    private static final Path DIRECTORY = Path.of("src/test/resources/schemas");

    private Schemas() {}

    static void sarif(String text) throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            json(new String(in.readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }

    static void gitLab(String text) throws IOException {
        json(Files.readString(DIRECTORY.resolve("gitlab-code-quality.json")), text);
    }

    static Document jUnit(String text) throws Exception {
        return xml("junit-10.xsd", text);
    }

    static Document checkstyle(String text) throws Exception {
        return xml("checkstyle.xsd", text);
    }

    private static void json(String schema, String text) {
        Schema valid =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema, InputFormat.JSON);
        assertThat(valid.validate(text, InputFormat.JSON)).isEmpty();
    }

    private static Document xml(String schema, String text) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(DIRECTORY.resolve(schema).toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(text)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }
}
