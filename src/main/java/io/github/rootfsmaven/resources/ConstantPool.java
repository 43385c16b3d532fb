package io.github.rootfsmaven.resources;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** The constants of a class file (JVMS 4.4), as far as calls and strings need them. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private final int[] tags;
    private final int[] first;
    private final int[] second;
    private final String[] texts;

    /** A method or field that code refers to. */
    record Member(String owner, String name, String descriptor) {}

    private ConstantPool(int size) {
        tags = new int[size];
        first = new int[size];
        second = new int[size];
        texts = new String[size];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.tags.length; i++) {
            int tag = in.readUnsignedByte();
            pool.tags[i] = tag;
            switch (tag) {
                case UTF8 -> pool.texts[i] = in.readUTF();
                case CLASS, STRING, 16, 19, 20 -> pool.first[i] = in.readUnsignedShort();
                case 9, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, 17, 18 -> {
                    pool.first[i] = in.readUnsignedShort();
                    pool.second[i] = in.readUnsignedShort();
                }
                case 3, 4 -> pool.first[i] = in.readInt();
                case LONG, DOUBLE -> {
                    in.readLong();
                    i++; // the next index is not used
                }
                case 15 -> {
                    pool.first[i] = in.readUnsignedByte();
                    pool.second[i] = in.readUnsignedShort();
                }
                default -> throw new IOException("no constant has the tag " + tag);
            }
        }
        return pool;
    }

    String text(int index) throws IOException {
        if (index <= 0 || index >= texts.length || texts[index] == null) {
            throw new IOException("no text at " + index);
        }
        return texts[index];
    }

    /** The string constant at an index, if it is one. */
    Optional<String> string(int index) throws IOException {
        return index > 0 && index < tags.length && tags[index] == STRING
                ? Optional.of(text(first[index]))
                : Optional.empty();
    }

    String className(int index) throws IOException {
        return text(first(index, "class"));
    }

    Member member(int index) throws IOException {
        int type = second[checked(index, "member")];
        return new Member(
                className(first[index]), text(first(type, "name")), text(second[checked(type, "descriptor")]));
    }

    /** Whether a method is called that fits. */
    boolean calls(Predicate<Member> fits) throws IOException {
        for (int i = 1; i < tags.length; i++) {
            if ((tags[i] == METHOD || tags[i] == INTERFACE_METHOD) && fits.test(member(i))) {
                return true;
            }
        }
        return false;
    }

    /** The descriptor of a dynamic call. */
    String dynamicDescriptor(int index) throws IOException {
        return text(second[checked(second[checked(index, "call")], "descriptor")]);
    }

    private int first(int index, String what) throws IOException {
        return first[checked(index, what)];
    }

    private int checked(int index, String what) throws IOException {
        if (index <= 0 || index >= tags.length) {
            throw new IOException("no " + what + " at " + index);
        }
        return index;
    }
}
