package app.naru.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads an input line by line, in bounded memory however long a line is. */
final class InputLines {

    /** In bytes; more than a rule's longest text, of which UTF-8 makes at most three times that. */
    static final int LONGEST = 4_000_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private boolean first = true;

    InputLines(InputStream in) {
        this.in = in;
    }

    /**
     * A line without its end.
     *
     * @param bytes the first {@link #LONGEST} of them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(byte[] bytes) {

        /**
         * Returns the line's text; of one that was cut off, the last character may be damaged.
         *
         * @throws CharacterCodingException if it is not UTF-8
         */
        String text() throws CharacterCodingException {
            return bytes.length == LONGEST
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    /** Returns the next line, without what ends it or a byte order mark; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() < LONGEST) {
                line.write(read);
            }
        }
        byte[] bytes = line.toByteArray();
        int start = first && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        int end = bytes.length;
        if (end > start && bytes[end - 1] == '\r') {
            end--;
        }
        first = false;
        return Optional.of(new Line(Arrays.copyOfRange(bytes, start, end)));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3);
    }
}
