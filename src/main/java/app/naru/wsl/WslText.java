package app.naru.wsl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What {@code wsl.exe} itself writes: UTF-16LE, usually without a byte order mark, or UTF-8 where a
 * newer one is asked for it by {@code WSL_UTF8=1}; an older one does not know of that.
 */
final class WslText {

    private WslText() {}

    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        return text(
                bytes,
                0,
                looksLikeUtf16(bytes) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    /**
     * A line end or a space is enough to tell: its second byte is 0 in UTF-16LE, and no text in
     * UTF-8 has one. Korean words alone have none, but they are no UTF-8 either.
     */
    private static boolean looksLikeUtf16(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return bytes.length % 2 == 0 && !isUtf8(bytes);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasRemaining()
                    || bytes.length == 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }
}
