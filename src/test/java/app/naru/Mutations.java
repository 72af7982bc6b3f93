package app.naru;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Mutations of a real input, always the same ones for a seed. {@code -Dnaru.fuzz=1000000} for a
 * long run, {@code -Dnaru.fuzz.seed} for another one.
 */
public final class Mutations {

    private static final int INPUTS = Integer.getInteger("naru.fuzz", 100_000);

    private final byte[] good;
    private final List<String> tokens;
    private final long seed;

    private Mutations(byte[] good, List<String> tokens, long seed) {
        this.good = good;
        this.tokens = tokens;
        this.seed = Long.getLong("naru.fuzz.seed", seed);
    }

    /**
     * @param tokens what an attacker would put in; at least one
     */
    public static Mutations of(byte[] good, List<String> tokens, long seed) {
        return new Mutations(good, tokens, seed);
    }

    public static Mutations of(String good, List<String> tokens, long seed) {
        return of(good.getBytes(StandardCharsets.UTF_8), tokens, seed);
    }

    /** Gives the parser the input, and all its mutations; a failure names the mutation. */
    public void give(Consumer<byte[]> parser) {
        SplittableRandom random = new SplittableRandom(seed);
        parser.accept(good);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(random);
            try {
                parser.accept(input);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError(
                        "input " + i + ": " + HexFormat.of().formatHex(input), failed);
            }
        }
    }

    private byte[] mutated(SplittableRandom random) {
        byte[] bytes = good;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            bytes = mutatedOnce(bytes, random);
        }
        return bytes;
    }

    private byte[] mutatedOnce(byte[] bytes, SplittableRandom random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        int to = random.nextInt(at, bytes.length) + 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> {
                out.write(random.nextInt());
                out.write(bytes, at + 1, bytes.length - at - 1);
            }
            case 1 -> out.write(bytes, to, bytes.length - to);
            case 2 -> {
                out.write(bytes, at, to - at);
                out.write(bytes, at, bytes.length - at);
            }
            case 3 -> {
                byte[] token =
                        tokens.get(random.nextInt(tokens.size())).getBytes(StandardCharsets.UTF_8);
                out.write(token, 0, token.length);
                out.write(bytes, at, bytes.length - at);
            }
            case 4 -> {
                out.write(bytes[at] ^ (1 << random.nextInt(8)));
                out.write(bytes, at + 1, bytes.length - at - 1);
            }
            default -> {
                // Cut off here.
            }
        }
        return out.toByteArray();
    }
}
