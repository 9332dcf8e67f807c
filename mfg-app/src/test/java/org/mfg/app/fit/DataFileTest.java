package org.mfg.app.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mfg.api.InvalidInputException;
import org.mfg.api.discrete.DiscreteGame;
import org.mfg.api.equilibrium.Equilibrium;
import org.mfg.output.npz.NpyArray;
import org.mfg.output.npz.NpzFile;
import org.mfg.solvers.Mfg;
import org.mfg.solvers.calibration.DensityObservations;
import org.mfg.solvers.calibration.Observable;
import org.mfg.solvers.calibration.Observations;
import org.mfg.solvers.calibration.PositionObservations;
import org.mfg.solvers.calibration.Prediction;
import org.mfg.solvers.calibration.QuantityObservations;

/** Files of densities, positions and quantities, and what is said of those that are none. */
class DataFileTest {
    private static final Mfg MFG = Mfg.load();
    private static final DiscreteGame LINE = MFG.discretize(MFG.game("tutorial", Map.of()), 11, 4);

    @TempDir
    Path folder;

    private Observations table(String text) throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, text.replace(';', '\n'));
        return DataFile.read(file, MFG, LINE, List.of());
    }

    private Observations archive(Map<String, NpyArray> arrays) throws IOException {
        Path file = folder.resolve("data.npz");
        NpzFile.write(file, arrays);
        return DataFile.read(file, MFG, LINE, List.of());
    }

    @Test
    void densities() throws IOException {
        DensityObservations tall = (DensityObservations) table("t,x,m,error;0.5,0.2,1.5,0.1;0.5,0.4,,0.1;1,0.3,2,0.2;");
        assertThat(tall.times()).containsExactly(0.5, 1);
        assertThat(tall.places()).isDeepEqualTo(new double[][] {{0.2}, {0.3}});
        assertThat(tall.values()).containsExactly(1.5, 2);
        assertThat(tall.haveKnownErrors()).isTrue();

        DensityObservations wide = (DensityObservations) table("t,0,0.5,1.0;0,1,2,3;1,4,NA,6;");
        assertThat(wide.times()).containsExactly(0, 0, 0, 1, 1);
        assertThat(wide.values()).containsExactly(1, 2, 3, 4, 6);
        assertThat(wide.haveKnownErrors()).isFalse();

        NpyArray m = new NpyArray(new double[] {1, 2, Double.NaN, 4}, 2, 2);
        NpyArray ends = new NpyArray(new double[] {0, 1}, 2);
        Map<String, NpyArray> arrays =
                Map.of("t", ends, "x", ends, "m", m, "error", new NpyArray(new double[] {0.1}, 1));
        DensityObservations grid = (DensityObservations) archive(arrays);
        assertThat(grid.times()).containsExactly(0, 0, 1);
        assertThat(grid.values()).containsExactly(1, 2, 4);
        assertThat(grid.haveKnownErrors()).isTrue();
    }

    @Test
    void positions() throws IOException {
        PositionObservations paths = (PositionObservations) table("agent,t,x;ann,0.5,0.2;bob,0.5,0.4;ann,1,0.3;");
        assertThat(paths.agents()).isEqualTo(2);
        assertThat(paths.times()).containsExactly(0.5, 0.5, 1);
        assertThat(((PositionObservations) table("t,x;0.5,0.2;0.5,0.4;")).agents())
                .isEqualTo(2);

        NpyArray where = new NpyArray(new double[] {0.1, 0.2, 0.3, Double.NaN, 0.5, 0.6}, 3, 2);
        PositionObservations three =
                (PositionObservations) archive(Map.of("t", new NpyArray(new double[] {0.5, 1}, 2), "positions", where));
        assertThat(three.agents()).isEqualTo(3);
        assertThat(three.count()).isEqualTo(5);
        assertThat(three.times()).containsExactly(0.5, 1, 0.5, 0.5, 1);
    }

    @Test
    void quantities() throws IOException {
        QuantityObservations moments =
                (QuantityObservations) table("quantity,value,error;mean(0.5),0.4,0.01;\"quantile(0.9, T)\",0.8,0.02;");
        assertThat(moments.quantities()).extracting(Observable::name).containsExactly("mean(0.5)", "quantile(0.9, T)");
        assertThat(moments.haveKnownErrors()).isTrue();

        QuantityObservations pair = (QuantityObservations) archive(Map.of(
                "mean(0.5)", new NpyArray(new double[] {0.4}, 1),
                "integral(m*x, T)", new NpyArray(new double[] {0.5}, 1)));
        assertThat(pair.quantities()).extracting(Observable::name).containsExactly("integral(m*x, T)", "mean(0.5)");
        assertThat(pair.values()).containsExactly(0.5, 0.4);
    }

    /** What is predicted for the densities of the game's own file are they. */
    @Test
    void theDensitiesOfARunArePredictedAsTheyAre() throws IOException {
        Equilibrium e = MFG.solver("newton", Map.of()).solve(LINE);
        NpyArray t = new NpyArray(new double[] {0, 0.25, 0.5, 0.75, 1}, 5);
        NpyArray x = new NpyArray(LINE.grid().coordinates(0), 11);
        DensityObservations data =
                (DensityObservations) archive(Map.of("t", t, "x", x, "m", new NpyArray(e.m(), 5, 11)));
        assertThat(data.at(Prediction.of(LINE, e.u(), e.m())).residuals()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t,x,m;1.5,0.2,1;                  | t of the data must be from 0.0 to 1.0, was 1.5 (line 2)",
                "t,x,m;1,0.2,1;1,1.2,1;            | x of the data must be from 0.0 to 1.0, was 1.2 (line 3)",
                "agent,t,x;a,1,-0.2;               | x of the data must be from 0.0 to 1.0, was -0.2 (line 2)",
                "time,x,density;1,0.2,1;           | unknown column of the data 'time' (known: t, x, m, agent)",
                "t,x,m;1,0.2,infinity;             | data must have numbers in column m, was 'infinity' (line 2)",
                "t,x,m;1,0.2,1e999;                | m of the data must be finite, or not a number where nothing was seen, was Infinity (line 2)",
                "x,m;0.2,1;                        | data must have a column t, was a header x,m",
                "t,x,m;1,0.2,abc;                  | data must have numbers in column m, was 'abc' (line 2)",
                "t,x,m;1,0.2;                      | data must be a table in CSV, was Record 2 has 2 fields",
                "t,x,m;                            | data must have a header and rows, was 1 lines",
                "t,x,m,error;1,0.2,1,0.1;1,0.3,1,; | errors of observations must be > 0, was NaN",
                "quantity,value;men(0.5),1;        | unknown quantity 'men(0.5)'",
                "quantity,value;mean(2),1;         | time of quantity must be T, or from 0 to 1.0, was 2 (line 2)",
                "quantity,value;mean(T),;          | value of mean(T) must be a number, was NaN (line 2)",
            })
    void tablesThatAreNone(String text, String message) {
        assertThatThrownBy(() -> table(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith("data.csv)")
                .hasMessageNotContaining("\n");
    }

    @Test
    void otherSeparatorsThanCommasAreNamed() throws IOException {
        Path file = folder.resolve("data.csv");
        Files.writeString(file, "t;x;m\n0,5;0,2;1,5\n");
        assertThatThrownBy(() -> DataFile.read(file, MFG, LINE, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "data must have commas between columns and points in numbers, was a header t;x;m");
    }

    @Test
    void archivesThatAreNone() {
        NpyArray two = new NpyArray(new double[] {0, 1}, 2);
        NpyArray four = new NpyArray(new double[] {1, 2, 3, Double.NEGATIVE_INFINITY}, 2, 2);
        assertThatThrownBy(() -> archive(Map.of("t", two, "m", four)))
                .hasMessageContaining("data must have an array x, was arrays m, t");
        assertThatThrownBy(() -> archive(Map.of("t", two, "x", two, "m", four)))
                .hasMessageContaining("m of the data must be finite, or not a number where nothing was seen");
        assertThatThrownBy(() -> archive(Map.of("t", two, "x", two, "m", four, "mean(T)", two)))
                .hasMessageContaining("data must be of one kind a file")
                .hasMessageContaining("there are m and mean(T)");
        assertThatThrownBy(() -> archive(Map.of("t", two, "x", two, "m", four, "positions", four)))
                .hasMessageContaining("there are positions and m");
        assertThatThrownBy(() -> archive(Map.of("t", two, "x", two, "m", two)))
                .hasMessageContaining("m of the data must have the shape of its axes, [2, 2], was [2]");
        assertThatThrownBy(() -> archive(Map.of("t", two, "positions", new NpyArray(new double[3], 3))))
                .hasMessageContaining("positions of the data must have the shape of its axes, [1, 2], was [3]");
        assertThatThrownBy(() -> archive(Map.of("mean(0.5)", new NpyArray(new double[3], 3))))
                .hasMessageContaining("mean(0.5) of the data must be a value, or a value and its error, was 3 numbers");
        assertThatThrownBy(() -> DataFile.read(folder.resolve("none.npz"), MFG, LINE, List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.npz");
    }
}
