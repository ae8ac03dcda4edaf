package org.guitu.web.household;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A photograph as it is kept: JPEG of at most {@value #SIDE_MAX} pixels a side, upright, drawn anew so that nothing else of the file
 * sent remains, least of all where it was taken. Pure.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Picture(byte[] jpeg, int width, int height) {

    static final int BYTES_MAX = 5 << 20;
    static final int SIDE_MAX = 800;

    /** More a camera does not make; what claims more is not decoded. */
    private static final long PIXELS_MAX = 60_000_000;

    private static final double QUALITY = 0.85;

    /** The picture of a JPEG or PNG file; empty if it is none, or too big. */
    static Optional<Picture> of(byte[] file) {
        if (file.length == 0 || file.length > BYTES_MAX) {
            return Optional.empty();
        }
        try {
            int side = longerSide(file);
            return side == 0 ? Optional.empty() : Optional.of(draw(file, Math.min(side, SIDE_MAX)));
        } catch (IOException | RuntimeException broken) {
            // Decoders throw what they like at a damaged file.
            return Optional.empty();
        }
    }

    /** In pixels; 0 for what is not to be decoded. */
    private static int longerSide(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                reader.setInput(in);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean ours = format.equals("jpeg") || format.equals("png");
                return ours && (long) width * height <= PIXELS_MAX ? Math.max(width, height) : 0;
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture draw(byte[] file, int side) throws IOException {
        BufferedImage image = Thumbnails.of(new ByteArrayInputStream(file))
                .size(side, side)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return new Picture(out.toByteArray(), image.getWidth(), image.getHeight());
    }
}
