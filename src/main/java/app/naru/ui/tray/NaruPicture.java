package app.naru.ui.tray;

import app.naru.ui.Health;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Naru's mark, drawn at any size: a ferry on a wave, and in the corner a dot for the state. Told
 * apart by shape too: nothing, a green disc, a red triangle.
 */
public final class NaruPicture {

    /** The sizes that trays and window titles ask for, at 100 to 400 percent. */
    private static final List<Integer> SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256);

    private static final Color FIELD = new Color(0x0B5CAD);
    private static final Color FIELD_IDLE = new Color(0x5B6B7B);
    private static final Color SHAPE = Color.WHITE;
    private static final Color OPEN = new Color(0x2DA44E);
    private static final Color PROBLEM = new Color(0xCF222E);

    private NaruPicture() {}

    /** Returns the picture for that state; the system takes the size that it needs. */
    public static Image of(Health health) {
        return new BaseMultiResolutionImage(
                SIZES.stream().map(size -> draw(size, health)).toArray(BufferedImage[]::new));
    }

    /** Returns the window's icons, from 16 to 256 pixels. */
    public static Stream<BufferedImage> windowIcons() {
        return SIZES.stream().map(size -> draw(size, Health.CHANGING));
    }

    /**
     * Draws one size.
     *
     * @param size the edge in pixels
     */
    static BufferedImage draw(int size, Health health) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            // All that follows is drawn in a square of 32.
            graphics.scale(size / 32.0, size / 32.0);
            drawFerry(graphics, health == Health.CLOSED ? FIELD_IDLE : FIELD);
            drawState(graphics, health);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void drawFerry(Graphics2D graphics, Color field) {
        graphics.setColor(field);
        graphics.fill(new RoundRectangle2D.Double(1, 1, 30, 30, 9, 9));
        graphics.setColor(SHAPE);
        Path2D hull = new Path2D.Double();
        hull.moveTo(5, 17);
        hull.lineTo(27, 17);
        hull.lineTo(23.5, 22.5);
        hull.lineTo(8.5, 22.5);
        hull.closePath();
        graphics.fill(hull);
        Path2D sail = new Path2D.Double();
        sail.moveTo(15, 5);
        sail.lineTo(15, 15.5);
        sail.lineTo(8, 15.5);
        sail.closePath();
        sail.moveTo(17, 7.5);
        sail.lineTo(17, 15.5);
        sail.lineTo(23, 15.5);
        sail.closePath();
        graphics.fill(sail);
        graphics.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int x = 5; x < 26; x += 8) {
            graphics.draw(new Arc2D.Double(x, 23.5, 6, 5, 200, 140, Arc2D.OPEN));
        }
    }

    private static void drawState(Graphics2D graphics, Health health) {
        switch (health) {
            case CLOSED, CHANGING -> {}
            case OPEN -> {
                graphics.setColor(SHAPE);
                graphics.fill(new Ellipse2D.Double(18, 18, 14, 14));
                graphics.setColor(OPEN);
                graphics.fill(new Ellipse2D.Double(19.5, 19.5, 11, 11));
            }
            case PROBLEM -> {
                graphics.setColor(SHAPE);
                graphics.fill(triangle(25, 16, 31.8, 8.2));
                graphics.setColor(PROBLEM);
                graphics.fill(triangle(25, 19, 30.6, 5.6));
            }
        }
    }

    private static Path2D triangle(double middle, double top, double bottom, double half) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(middle, top);
        triangle.lineTo(middle + half, bottom);
        triangle.lineTo(middle - half, bottom);
        triangle.closePath();
        return triangle;
    }
}
