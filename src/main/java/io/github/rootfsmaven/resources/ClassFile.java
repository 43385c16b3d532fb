package io.github.rootfsmaven.resources;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A compiled class (JVMS 4): its name, its source's name, and the code of its methods.
 *
 * @param name as the JVM writes it, with slashes
 * @param source the name of the source file without its directory
 */
record ClassFile(String name, Optional<String> source, ConstantPool pool, List<Code> methods) {
    private static final int MAGIC = 0xCAFEBABE;

    /**
     * The code of a method.
     *
     * @param bytes its instructions
     * @param lines the source's lines by the index of the first instruction
     * @param handlers where handlers of exceptions begin
     */
    record Code(byte[] bytes, TreeMap<Integer, Integer> lines, List<Integer> handlers) {
        Optional<Integer> line(int at) {
            return Optional.ofNullable(lines.floorEntry(at)).map(Map.Entry::getValue);
        }
    }

    /**
     * Reads a class; one that calls no method that fits has no methods.
     *
     * @throws IOException if it is no class file, or a broken one
     */
    static ClassFile read(byte[] bytes, Predicate<ConstantPool.Member> fits) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.readInt(); // version
        ConstantPool pool = ConstantPool.read(in);
        in.readUnsignedShort();
        String name = pool.className(in.readUnsignedShort());
        if (!pool.calls(fits)) {
            return new ClassFile(name, Optional.empty(), pool, List.of());
        }
        in.readUnsignedShort();
        int interfaces = in.readUnsignedShort();
        in.skipNBytes(2L * interfaces);
        members(in, pool, new ArrayList<>());
        List<Code> methods = new ArrayList<>();
        members(in, pool, methods);
        Optional<String> source = Optional.empty();
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String attribute = pool.text(in.readUnsignedShort());
            int length = in.readInt();
            if (attribute.equals("SourceFile")) {
                source = Optional.of(pool.text(in.readUnsignedShort()));
            } else {
                in.skipNBytes(length);
            }
        }
        return new ClassFile(name, source, pool, methods);
    }

    /** Fields and methods have the same form; only methods have code. */
    private static void members(DataInputStream in, ConstantPool pool, List<Code> code) throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(6);
            int attributes = in.readUnsignedShort();
            for (int j = 0; j < attributes; j++) {
                String attribute = pool.text(in.readUnsignedShort());
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    code.add(code(in, pool));
                } else {
                    in.skipNBytes(length);
                }
            }
        }
    }

    private static Code code(DataInputStream in, ConstantPool pool) throws IOException {
        in.skipNBytes(4); // stack and locals
        int length = in.readInt();
        if (length < 0 || length > 65_536) {
            throw new IOException("longer than code can be");
        }
        byte[] bytes = in.readNBytes(length);
        List<Integer> handlers = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            in.skipNBytes(4);
            handlers.add(in.readUnsignedShort());
            in.skipNBytes(2);
        }
        TreeMap<Integer, Integer> lines = new TreeMap<>();
        int attributes = in.readUnsignedShort();
        for (int i = 0; i < attributes; i++) {
            String attribute = pool.text(in.readUnsignedShort());
            int size = in.readInt();
            if (attribute.equals("LineNumberTable")) {
                int entries = in.readUnsignedShort();
                for (int j = 0; j < entries; j++) {
                    lines.put(in.readUnsignedShort(), in.readUnsignedShort());
                }
            } else {
                in.skipNBytes(size);
            }
        }
        return new Code(bytes, lines, handlers);
    }
}
