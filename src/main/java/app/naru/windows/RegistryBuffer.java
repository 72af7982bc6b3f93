package app.naru.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import java.util.Optional;

/**
 * Room outside of Java for what one key holds, one value or name after the other; grows to what the
 * key needs. One block: the lengths and the type, the name, the data.
 */
final class RegistryBuffer {

    /**
     * A value name has at most 16,383 characters, a key name 255 (Registry element size limits).
     */
    private static final int LONGEST_NAME = 16_384;

    /** Enough for every key's name and for every rule's id (MS-FASP 2.2.37: 511 characters). */
    private static final int USUAL_NAME = 512;

    private static final int USUAL_VALUE = 4096;

    /** No value that Naru reads comes near it; a larger one is not of ours to read. */
    private static final int LARGEST_VALUE = 1 << 20;

    private static final long NAME_LENGTH = 0;
    private static final long TYPE = NAME_LENGTH + Integer.BYTES;
    private static final long SIZE = TYPE + Integer.BYTES;
    private static final long NAME = SIZE + 2 * Integer.BYTES;

    private final int[] header = new int[3];
    private int nameRoom = USUAL_NAME;
    private int dataRoom = USUAL_VALUE;
    private char[] characters = new char[USUAL_VALUE / Character.BYTES];
    private Memory block = allocate();

    private Memory allocate() {
        return new Memory(data() + dataRoom);
    }

    private long data() {
        return NAME + (long) nameRoom * Character.BYTES;
    }

    /**
     * Reads a value with its name.
     *
     * @return the Win32 error; ERROR_MORE_DATA only for a value that is too large for us
     */
    int readValue(Pointer key, int index) {
        while (true) {
            int error = enumerateValue(key, index);
            block.read(0, header, 0, header.length);
            if (error != WinError.ERROR_MORE_DATA
                    || Integer.compareUnsigned(size(), LARGEST_VALUE) > 0) {
                return error;
            }
            if (size() > dataRoom) {
                dataRoom = size();
            } else if (nameRoom < LONGEST_NAME) {
                nameRoom = LONGEST_NAME;
            } else {
                return error;
            }
            block = allocate();
        }
    }

    private int enumerateValue(Pointer key, int index) {
        block.setInt(NAME_LENGTH, nameRoom);
        block.setInt(SIZE, dataRoom);
        return RegistryCalls.RegEnumValueW(
                key,
                index,
                block.share(NAME),
                block.share(NAME_LENGTH),
                null,
                block.share(TYPE),
                block.share(data()),
                block.share(SIZE));
    }

    /** Reads the name of a key below. Returns the Win32 error. */
    int readKeyName(Pointer key, int index) {
        block.setInt(NAME_LENGTH, nameRoom);
        int error =
                RegistryCalls.RegEnumKeyExW(
                        key,
                        index,
                        block.share(NAME),
                        block.share(NAME_LENGTH),
                        null,
                        null,
                        null,
                        null);
        block.read(0, header, 0, header.length);
        return error;
    }

    private int type() {
        return header[1];
    }

    private int size() {
        return header[2];
    }

    /** Returns the name that was read last. */
    String name() {
        return text(NAME, header[0]);
    }

    private String text(long from, int length) {
        if (characters.length < length) {
            characters = new char[length];
        }
        block.read(from, characters, 0, length);
        return new String(characters, 0, length);
    }

    Optional<String> text() {
        if (type() != WinNT.REG_SZ && type() != WinNT.REG_EXPAND_SZ) {
            return Optional.empty();
        }
        String text = text(data(), size() / Character.BYTES);
        // it need not end with a NUL, and may have one in its midst
        int end = text.indexOf('\0');
        return Optional.of(end < 0 ? text : text.substring(0, end));
    }

    Optional<Integer> number() {
        return type() == WinNT.REG_DWORD && size() >= Integer.BYTES
                ? Optional.of(block.getInt(data()))
                : Optional.empty();
    }

    Optional<byte[]> bytes() {
        return type() == WinNT.REG_BINARY
                ? Optional.of(block.getByteArray(data(), size()))
                : Optional.empty();
    }
}
