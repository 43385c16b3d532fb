package io.github.rootfsmaven.resources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The instructions of a method (JVMS 6.5): how long each is, what it takes from the stack, and where jumps lead. */
final class Instructions {
    /** Slots that each instruction takes and puts, by opcode; {@code ?} where it depends on its operand. */
    private static final String[] EFFECTS = effects();

    private final byte[] code;

    Instructions(byte[] code) {
        this.code = code;
    }

    int length() {
        return code.length;
    }

    int opcode(int at) {
        return code[at] & 0xFF;
    }

    int unsigned(int at) throws IOException {
        return byteAt(at) & 0xFF;
    }

    int shortAt(int at) throws IOException {
        return byteAt(at) << 8 | byteAt(at + 1) & 0xFF;
    }

    int index(int at) throws IOException {
        return shortAt(at) & 0xFFFF;
    }

    private int intAt(int at) throws IOException {
        return index(at) << 16 | index(at + 2);
    }

    private byte byteAt(int at) throws IOException {
        if (at < 0 || at >= code.length) {
            throw new IOException("code ends within an instruction");
        }
        return code[at];
    }

    /** The index of the next instruction. */
    int next(int at) throws IOException {
        int opcode = opcode(at);
        return switch (opcode) {
            case 0xAA -> { // tableswitch
                int base = (at + 4) & ~3;
                yield checked(at, base + 12 + 4L * ((long) intAt(base + 8) - intAt(base + 4) + 1));
            }
            case 0xAB -> { // lookupswitch
                int base = (at + 4) & ~3;
                yield checked(at, base + 8 + 8L * intAt(base + 4));
            }
            case 0xC4 -> at + (unsigned(at + 1) == 0x84 ? 6 : 4); // wide
            default -> at + 1 + operands(opcode);
        };
    }

    private static int checked(int at, long next) throws IOException {
        if (next <= at || next > Integer.MAX_VALUE) {
            throw new IOException("a switch without end");
        }
        return (int) next;
    }

    private static int operands(int opcode) throws IOException {
        if (opcode > 0xC9) {
            throw new IOException("no instruction");
        }
        return switch (opcode) {
            case 0x10, 0x12, 0x15, 0x16, 0x17, 0x18, 0x19, 0x36, 0x37, 0x38, 0x39, 0x3A, 0xA9, 0xBC -> 1;
            case 0x11, 0x13, 0x14, 0x84, 0xBB, 0xBD, 0xC0, 0xC1, 0xC6, 0xC7 -> 2;
            case 0xB9, 0xBA, 0xC8, 0xC9 -> 4;
            case 0xC5 -> 3;
            default -> opcode >= 0x99 && opcode <= 0xA8 || opcode >= 0xB2 && opcode <= 0xB8 ? 2 : 0;
        };
    }

    /** Where a straight line begins anew: targets of jumps. */
    TreeSet<Integer> targets() throws IOException {
        TreeSet<Integer> targets = new TreeSet<>();
        for (int at = 0; at < code.length; at = next(at)) {
            int opcode = opcode(at);
            if (opcode >= 0x99 && opcode <= 0xA8 || opcode == 0xC6 || opcode == 0xC7) {
                targets.add(at + shortAt(at + 1));
            } else if (opcode == 0xC8 || opcode == 0xC9) {
                targets.add(at + intAt(at + 1));
            } else if (opcode == 0xAA || opcode == 0xAB) {
                int base = (at + 4) & ~3;
                targets.add(at + intAt(base));
                int step = opcode == 0xAA ? 4 : 8;
                int end = next(at);
                for (int entry = base + 12; entry < end; entry += step) {
                    targets.add(at + intAt(entry));
                }
            }
        }
        return targets;
    }

    /** Whether what follows is not reached from it. */
    static boolean ends(int opcode) {
        return opcode >= 0xA7 && opcode <= 0xB1 || opcode == 0xBF || opcode == 0xC8 || opcode == 0xC9;
    }

    /** How many slots it takes, if that does not depend on its operand; else -1. */
    static int takes(int opcode) {
        return effect(opcode, 0);
    }

    /** How many slots it puts, if that does not depend on its operand; else -1. */
    static int puts(int opcode) {
        return effect(opcode, 1);
    }

    private static int effect(int opcode, int which) {
        String effect = opcode < EFFECTS.length ? EFFECTS[opcode] : "?";
        return effect.equals("?") ? -1 : effect.charAt(which) - '0';
    }

    private static String[] effects() {
        List<String> all = new ArrayList<>();
        add(all, "00", 1); // nop
        add(all, "01", 8); // aconst_null, iconst
        add(all, "02", 2); // lconst
        add(all, "01", 3); // fconst
        add(all, "02", 2); // dconst
        add(all, "01", 2); // bipush, sipush
        add(all, "?", 3); // ldc
        add(all, "01", 1);
        add(all, "02", 1);
        add(all, "01", 1);
        add(all, "02", 1); // iload, lload, fload, dload
        add(all, "?", 1); // aload
        add(all, "01", 4);
        add(all, "02", 4);
        add(all, "01", 4);
        add(all, "02", 4);
        add(all, "?", 4); // aload_n
        for (String load : List.of("21", "22", "21", "22", "21", "21", "21", "21")) {
            add(all, load, 1); // iaload to saload
        }
        add(all, "?", 5); // stores
        add(all, "?", 20);
        for (String store : List.of("30", "40", "30", "40", "?", "30", "30", "30")) {
            add(all, store, 1); // iastore to sastore
        }
        add(all, "10", 1);
        add(all, "20", 1); // pop, pop2
        add(all, "?", 7); // dup to swap
        for (int i = 0; i < 5; i++) { // add, sub, mul, div, rem of int, long, float, double
            add(all, "21", 1);
            add(all, "42", 1);
            add(all, "21", 1);
            add(all, "42", 1);
        }
        add(all, "11", 1);
        add(all, "22", 1);
        add(all, "11", 1);
        add(all, "22", 1); // neg
        for (int i = 0; i < 3; i++) {
            add(all, "21", 1);
            add(all, "32", 1); // shifts
        }
        for (int i = 0; i < 3; i++) {
            add(all, "21", 1);
            add(all, "42", 1); // and, or, xor
        }
        add(all, "00", 1); // iinc
        for (String cast : "12 11 12 21 21 22 11 12 12 21 22 21 11 11 11".split(" ")) {
            add(all, cast, 1); // i2l to i2s
        }
        for (String compare : List.of("41", "21", "21", "41", "41")) {
            add(all, compare, 1);
        }
        add(all, "10", 6); // if
        add(all, "20", 8); // if_cmp
        add(all, "00", 1); // goto
        add(all, "01", 1); // jsr
        add(all, "00", 1); // ret
        add(all, "10", 2); // switches
        for (String result : List.of("10", "20", "10", "20", "10", "00")) {
            add(all, result, 1); // returns
        }
        add(all, "?", 12); // fields, calls, new, arrays
        add(all, "11", 1); // arraylength
        add(all, "10", 1); // athrow
        add(all, "?", 1); // checkcast
        add(all, "11", 1); // instanceof
        add(all, "10", 2); // monitors
        add(all, "?", 2); // wide, multianewarray
        add(all, "10", 2); // ifnull, ifnonnull
        add(all, "00", 1);
        add(all, "01", 1);
        return all.toArray(new String[0]);
    }

    private static void add(List<String> all, String effect, int times) {
        for (int i = 0; i < times; i++) {
            all.add(effect);
        }
    }
}
