package app.naru.instance;

import java.security.SecureRandom;
import java.util.HexFormat;

/** What only those know who can read this user's files. */
final class Token {

    private static final int BYTES = 32;

    private Token() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
