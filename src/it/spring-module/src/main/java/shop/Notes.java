package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Notes {
    void attempt() throws IOException {
        Files.writeString(Path.of("/app/try.txt"), "hunter2");
    }
}
