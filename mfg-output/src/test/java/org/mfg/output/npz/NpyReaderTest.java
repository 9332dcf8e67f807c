package org.mfg.output.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;

/** Files as numpy.save writes them, version 1.0. */
class NpyReaderTest {

    @Test
    void arraysOfEveryTypeAndOrderAreRead() {
        assertThat(read("|b1", false, "(2,)", bytes(2).put((byte) 1).put((byte) 0)))
                .containsExactly(1, 0);
        assertThat(read("|u1", false, "(2,)", bytes(2).put((byte) 255).put((byte) 1)))
                .containsExactly(255, 1);
        assertThat(read("<i2", false, "(2,)", bytes(4).putShort((short) -3).putShort((short) 4)))
                .containsExactly(-3, 4);
        assertThat(read("<u4", false, "(1,)", bytes(4).putInt(-1))).containsExactly(4294967295.0);
        assertThat(read("<f4", false, "(1,)", bytes(4).putFloat(0.5f))).containsExactly(0.5);
        assertThat(read(
                        ">f8",
                        false,
                        "(1,)",
                        bytes(8).order(ByteOrder.BIG_ENDIAN).putDouble(0.1)))
                .containsExactly(0.1);
    }

    @Test
    void anArrayInFortransOrderComesOutInRows() {
        ByteBuffer columns = bytes(6).put(new byte[] {1, 4, 2, 5, 3, 6});

        assertThat(read("|i1", true, "(2, 3)", columns)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c16 | (1,)          | a must be an array of numbers or booleans
            <f2  | (1,)          | a must be an array of numbers or booleans
            <f8  | (2,)          | a must hold the values of its shape, [2], and holds less than that
            <f8  | ()            | a must hold the values of its shape, [], and holds more than that
            <f8  | (99999999999,)| a must have fewer nodes, was 99999999999
            <f8  | (99999, 99999)| a must have at most 2147483639 values, was [99999, 99999]
            """)
    void whatTheHeaderPromisesMustBeThere(String type, String shape, String message) {
        ByteBuffer values = bytes(shape.equals("()") ? 16 : 8);

        assertThatThrownBy(() -> read(type, false, shape, values))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static double[] read(String type, boolean fortran, String shape, ByteBuffer values) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file = bytes(10 + text.length + values.capacity());
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.putShort((short) text.length).put(text).put(values.array());
        return NpyArray.read("a", file.array()).values();
    }
}
