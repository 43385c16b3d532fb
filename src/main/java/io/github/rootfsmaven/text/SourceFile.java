package io.github.rootfsmaven.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A text file that was read: its absolute path, its characters, and where its lines are. */
public final class SourceFile {
    /** Far more than anybody writes, and little enough for the heap of any build. */
    private static final int MOST_MEGABYTES = 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final String mark;
    private final String text;
    private final int[] lineStarts;

    private SourceFile(Path path, String text) {
        this(path, "", text);
    }

    private SourceFile(Path path, String mark, String text) {
        this.path = Objects.requireNonNull(path);
        this.mark = Objects.requireNonNull(mark);
        this.text = Objects.requireNonNull(text);
        this.lineStarts = lineStarts(text);
    }

    /** A file whose characters are at hand already. */
    public static SourceFile of(Path path, String text) {
        return new SourceFile(path, text);
    }

    /**
     * Reads a UTF-8 file of at most 16 MB; a byte order mark is dropped. Only regular files are opened, for a pipe may never end, and never
     * more is read than the limit, however the file grows meanwhile.
     *
     * @throws InvalidInput at the first byte that is not UTF-8, at the first NUL (the file is binary), or if it is larger
     * @throws IOException if the file cannot be read at all, or is no regular file; {@link #whyUnreadable} says why
     */
    public static SourceFile read(Path path) throws IOException, InvalidInput {
        return read(path, MOST_MEGABYTES);
    }

    /** The same with another limit, in MB. */
    public static SourceFile read(Path path, int megabytes) throws IOException, InvalidInput {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("no regular file");
        }
        if (attributes.size() > bytes(megabytes)) {
            throw tooLarge(path, megabytes);
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return read(path, bytes, megabytes);
        }
    }

    private static int bytes(int megabytes) {
        return megabytes * 1024 * 1024;
    }

    /** Reads a file from its bytes. */
    static SourceFile read(Path path, InputStream stream, int megabytes) throws IOException, InvalidInput {
        String whole = decode(path, stream, megabytes);
        String mark = whole.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        SourceFile file = new SourceFile(path, mark, whole.substring(mark.length()));
        int nul = file.text.indexOf('\0');
        if (nul >= 0) {
            throw new InvalidInput(file.at(nul), Message.of("the file is binary: it contains a NUL character"));
        }
        return file;
    }

    private static String decode(Path path, InputStream stream, int megabytes) throws IOException, InvalidInput {
        byte[] bytes = stream.readNBytes(bytes(megabytes) + 1);
        if (bytes.length > bytes(megabytes)) {
            throw tooLarge(path, megabytes);
        }
        if (isUtf16(bytes)) {
            throw new InvalidInput(
                    new SourceFile(path, "").start(),
                    Message.of("the file is UTF-16 text, not UTF-8"),
                    Message.of("Save it as UTF-8."));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
        String whole = decoded.flip().toString();
        if (result.isError()) {
            int mark = whole.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
            SourceFile file = new SourceFile(path, whole.substring(mark));
            throw new InvalidInput(file.at(file.text.length()), Message.of("the file is not UTF-8 text"));
        }
        return whole;
    }

    private static InvalidInput tooLarge(Path path, int megabytes) {
        return new InvalidInput(
                new SourceFile(path, "").start(),
                Message.of("the file is larger than {0} MB, which is the most that is read", megabytes));
    }

    /** Why a file cannot be read, as the end of a sentence. */
    public static Message whyUnreadable(Path path) {
        if (Files.isDirectory(path)) {
            return Message.of("it is a directory");
        }
        if (!Files.exists(path)) {
            return Message.of("it does not exist");
        }
        return Files.isRegularFile(path)
                ? Message.of("no permission, or a failing disk")
                : Message.of("it is no regular file");
    }

    private static boolean isUtf16(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return first == 0xFFFE || first == 0xFEFF;
    }

    /** The absolute path it was read from. */
    public Path path() {
        return path;
    }

    /** All its characters, without a byte order mark. */
    public String text() {
        return text;
    }

    /** The byte order mark it was read with; nothing if there was none. */
    public String mark() {
        return mark;
    }

    /** All its characters as they were read, a byte order mark included. */
    public String whole() {
        return mark + text;
    }

    /** How many lines it has; a file that ends with a line break has no further line after it, an empty file has one. */
    public int lineCount() {
        int starts = lineStarts.length;
        return starts > 1 && lineStarts[starts - 1] == text.length() ? starts - 1 : starts;
    }

    /** The line with that number, counted from 1, without its line break; empty behind the end of the file. */
    public String line(int number) {
        if (number > lineStarts.length) {
            return "";
        }
        int start = lineStarts[number - 1];
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The whole line with that number, from its first character that is not blank. */
    public Span lineSpan(int number) {
        String line = line(number);
        int end = line.codePointCount(0, line.length());
        int blank = line.length() - line.stripLeading().length();
        int start = blank == line.length() ? 0 : line.codePointCount(0, blank);
        return new Span(this, number, start + 1, number, end + 1);
    }

    /** The first character of the file. */
    public Span start() {
        return new Span(this, 1, 1, 1, 1);
    }

    /** The empty stretch before the character with that index (in UTF-16 units, as {@link String} counts). */
    public Span at(int index) {
        return between(index, index);
    }

    /** The stretch between two indices (in UTF-16 units, as {@link String} counts). */
    public Span between(int start, int end) {
        int startLine = lineOf(start);
        int endLine = lineOf(end);
        return new Span(this, startLine, column(startLine, start), endLine, column(endLine, end));
    }

    /** The index of a stretch's first character (in UTF-16 units, as {@link String} counts). */
    public int startOf(Span span) {
        return index(span.startLine(), span.startColumn());
    }

    /** The index behind a stretch's last character (in UTF-16 units, as {@link String} counts). */
    public int endOf(Span span) {
        return index(span.endLine(), span.endColumn());
    }

    String text(Span span) {
        return text.substring(index(span.startLine(), span.startColumn()), index(span.endLine(), span.endColumn()));
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private int lineOf(int index) {
        int low = 0;
        int high = lineStarts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    private int column(int line, int index) {
        return text.codePointCount(lineStarts[line - 1], index) + 1;
    }

    private int index(int line, int column) {
        if (line > lineStarts.length) {
            return text.length();
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        if (column - 1 <= text.codePointCount(start, end)) {
            // nearly always; what comes behind the line is not counted for each place
            return text.offsetByCodePoints(start, column - 1);
        }
        int points = text.codePointCount(start, text.length());
        return column - 1 >= points ? text.length() : text.offsetByCodePoints(start, column - 1);
    }

    /** Counted first: a list of numbers would be many times as large as a file of line breaks. */
    private static int[] lineStarts(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            lines += endsLine(text, i) ? 1 : 0;
        }
        int[] starts = new int[lines];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }

    private static boolean endsLine(String text, int i) {
        char c = text.charAt(i);
        return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }
}
