package org.guitu.web.education;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCodeTest {

    private static final byte[] SECRET = new byte[32];
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final Duration TEN = Duration.ofMinutes(10);

    @Test
    void codeHoldsForItsTimeAndNoLonger() {
        String code = SessionCode.of(7, SECRET, NOW, TEN);
        assertThat(SessionCode.holds(code, 7, SECRET, NOW)).isTrue();
        assertThat(SessionCode.holds(code, 7, SECRET, NOW.plusSeconds(599))).isTrue();
        assertThat(SessionCode.holds(code, 7, SECRET, NOW.plusSeconds(600))).isFalse();
    }

    @Test
    void codeIsOfOneSessionAndItsSecret() {
        String code = SessionCode.of(7, SECRET, NOW, TEN);
        assertThat(SessionCode.holds(code, 8, SECRET, NOW)).isFalse();
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        assertThat(SessionCode.holds(code, 7, other, NOW)).isFalse();
    }

    @Test
    void endCannotBeMovedWithoutTheSignature() {
        String code = SessionCode.of(7, SECRET, NOW, TEN);
        String later = Long.toString(NOW.plus(Duration.ofDays(1)).getEpochSecond(), 36);
        assertThat(SessionCode.holds(later + code.substring(code.indexOf('.')), 7, SECRET, NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "abc", "zzzzzzzzzzzzz.x", "-1.x", "１２.x", "tl3x1c.", "tl3x1c.é"})
    void whatIsNoCodeIsRefusedQuietly(String code) {
        assertThat(SessionCode.holds(code, 7, SECRET, NOW)).isFalse();
    }

    @Test
    void pictureReadsBackAsTheAddress() throws Exception {
        String address =
                "https://guitu.example/education/sessions/7/attend?code=" + SessionCode.of(7, SECRET, NOW, TEN);
        BitMatrix matrix = QrSvg.matrix(address);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(enlarged(matrix))))
                        .getText())
                .isEqualTo(address);
        assertThat(QrSvg.of(address))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + matrix.getWidth())
                .doesNotContain("code=", "script", "style");
    }

    /** Each square as eight by eight points, as a camera would see it. */
    private static LuminanceSource enlarged(BitMatrix matrix) {
        int scale = 8;
        int side = matrix.getWidth() * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = matrix.get(x / scale, y / scale) ? 0xff000000 : 0xffffffff;
            }
        }
        return new RGBLuminanceSource(side, side, pixels);
    }
}
