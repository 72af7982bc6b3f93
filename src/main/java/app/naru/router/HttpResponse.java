package app.naru.router;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1 response (RFC 9112), read within bounds.
 *
 * @param status 100 to 999
 * @param body what arrived of it: routers' lengths are often wrong, so an early end is no error
 */
record HttpResponse(int status, String body) {

    static final int MOST_HEAD = 16 * 1024;
    static final int MOST_BODY = 256 * 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");

    /**
     * Reads a response.
     *
     * @throws IOException if it is none, is longer than the bounds, or the stream fails
     */
    static HttpResponse read(InputStream stream) throws IOException {
        int room = MOST_HEAD;
        String first = line(stream, room);
        room -= first.length() + 1;
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new IOException("not a status line");
        }
        long length = MOST_BODY + 1L;
        boolean chunked = false;
        for (String line = line(stream, room); !line.isEmpty(); line = line(stream, room)) {
            room -= line.length() + 1;
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = number(header.substring(header.indexOf(':') + 1).strip(), 10);
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.endsWith("chunked");
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            readChunks(stream, body);
        } else {
            copy(stream, body, length);
        }
        return new HttpResponse(
                Integer.parseInt(status.group(1)), body.toString(StandardCharsets.UTF_8));
    }

    private static void readChunks(InputStream stream, ByteArrayOutputStream body)
            throws IOException {
        while (true) {
            String size = line(stream, MOST_HEAD);
            int extension = size.indexOf(';');
            long length = number((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                return;
            }
            copy(stream, body, length);
            if (!line(stream, MOST_HEAD).isEmpty()) {
                throw new IOException("a chunk longer than it says");
            }
        }
    }

    private static void copy(InputStream stream, ByteArrayOutputStream body, long length)
            throws IOException {
        byte[] buffer = new byte[8192];
        long left = length;
        while (left > 0) {
            int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            if (body.size() + read > MOST_BODY) {
                throw new IOException("longer than " + MOST_BODY + " bytes");
            }
            body.write(buffer, 0, read);
            left -= read;
        }
    }

    private static long number(String text, int radix) throws IOException {
        if (text.isEmpty() || text.length() > 9 || !text.matches("[0-9A-Fa-f]+")) {
            throw new IOException("not a length");
        }
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException digit) {
            throw new IOException("not a length", digit);
        }
    }

    /** Returns a line without its end; the end of the stream ends it too. */
    private static String line(InputStream stream, int room) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            if (line.length() >= room) {
                throw new IOException("a head longer than " + MOST_HEAD + " bytes");
            }
            line.append((char) next);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }
}
