package memo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Saves memos. It writes in two places only: the data directory, and for a moment the temporary directory. */
public final class MemoApi {
    private static final int PORT = 3000;
    private static final Pattern TEXT = Pattern.compile("\"text\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Path data;

    private MemoApi(Path data) {
        this.data = data;
    }

    /** Serves on port 3000 until it is stopped. */
    public static void main(String[] arguments) throws IOException {
        String directory = System.getenv().getOrDefault("DATA_DIR", "/data");
        MemoApi api = new MemoApi(Path.of(directory));
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
        server.createContext("/health", exchange -> answer(exchange, 200, "{\"ok\":true}"));
        server.createContext("/memo", api::memo);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        System.out.println("listening on :" + PORT);
    }

    private void memo(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, "{\"error\":\"POST only\"}");
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher text = TEXT.matcher(body);
        try {
            Path file = save(text.find() ? text.group(1) : "");
            answer(exchange, 200, "{\"saved\":true,\"file\":\"" + file + "\"}");
        } catch (IOException refused) {
            // what a read-only root filesystem says: ... Read-only file system
            System.err.println(refused);
            answer(exchange, 500, "{\"saved\":false}");
        }
    }

    private synchronized Path save(String text) throws IOException {
        Files.createDirectories(data);
        Path file = data.resolve("memo.txt");
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);

        Path temporary = Files.createTempFile("memo-", ".tmp");
        Files.writeString(temporary, "temp");
        Files.delete(temporary);
        return file;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
