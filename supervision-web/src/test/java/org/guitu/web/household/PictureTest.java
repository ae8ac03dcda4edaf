package org.guitu.web.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    /** An Exif block that says: lying on its right side, and a remark beside it. */
    private static final byte[] EXIF = HexFormat.of()
            .parseHex(
                    "ffe1002a" // APP1, 42 bytes
                            + "457869660000" // Exif
                            + "49492a0008000000" // little endian, first directory at 8
                            + "0100" // one entry
                            + "12010300010000000600" // orientation, short, 1, 6
                            + "0000" + "00000000" // no further directory
                            + "7465737400000000"); // and what nobody asked for

    @Test
    void pictureIsDrawnUprightWithoutWhatItTellsOfItsTaking() throws IOException {
        byte[] plain = jpeg(400, 200);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, 2);
        file.write(EXIF);
        file.write(plain, 2, plain.length - 2);
        Picture picture = Picture.of(file.toByteArray()).orElseThrow();
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(400);
        assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "test");
    }

    @Test
    void smallPictureStaysAsSmallAsItIs() throws IOException {
        Picture picture = Picture.of(jpeg(300, 100)).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.jpeg())).getWidth())
                .isEqualTo(picture.width())
                .isLessThanOrEqualTo(Picture.SIDE_MAX);
        assertThat(picture.width()).isEqualTo(300);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        assertThat(Picture.of(new byte[0])).isEmpty();
        assertThat(Picture.of("no picture".getBytes(StandardCharsets.UTF_8))).isEmpty();
        byte[] cut = jpeg(300, 100);
        assertThat(Picture.of(java.util.Arrays.copyOf(cut, 40))).isEmpty();
        assertThat(Picture.of(new byte[Picture.BYTES_MAX + 1])).isEmpty();
    }

    @Test
    void pictureThatClaimsToBeHugeIsNotDecoded() throws IOException {
        byte[] png = png();
        // The header says 100,000 by 100,000.
        for (int at : new int[] {16, 20}) {
            png[at + 1] = 0x01;
            png[at + 2] = (byte) 0x86;
            png[at + 3] = (byte) 0xA0;
        }
        assertThat(Picture.of(png)).isEmpty();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return write(width, height, "jpg");
    }

    private static byte[] png() throws IOException {
        return write(10, 10, "png");
    }

    private static byte[] write(int width, int height, String format) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
