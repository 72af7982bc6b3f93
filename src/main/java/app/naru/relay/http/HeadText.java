package app.naru.relay.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A message's head as it is written. */
final class HeadText {

    private final StringBuilder text = new StringBuilder(512);

    HeadText(String startLine) {
        text.append(startLine).append("\r\n");
    }

    HeadText add(Field field) {
        return add(field.name(), field.value());
    }

    HeadText add(String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /**
     * Returns a target with nothing but ASCII in it (RFC 3986 section 2.1), as browsers send it.
     */
    static String ascii(String target) {
        if (target.chars().allMatch(c -> c < 0x80)) {
            return target;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte each : target.getBytes(UTF_8)) {
            if (each >= 0) {
                ascii.append((char) each);
            } else {
                ascii.append("%%%02X".formatted(each & 0xff));
            }
        }
        return ascii.toString();
    }
}
