package org.mfg.app.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mfg.api.equilibrium.Monitor;
import org.mfg.solvers.Mfg;

/** The page of published numbers says what the program finds. */
class PublishedNumbersTest {
    private static final Path PAGE = Path.of("../docs/published.md");

    /** A line of the page's table. */
    private record Line(List<String> cells) {
        double ours() {
            return Double.parseDouble(cells.get(4));
        }

        boolean isInside() {
            return cells.get(6).equals("inside");
        }

        /** One in the last digit of ours that the page has: processors may round differently. */
        double digit() {
            return new BigDecimal(cells.get(4)).ulp().doubleValue();
        }
    }

    private static List<Line> page() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| game |"))
                .map(line -> new Line(Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1))))
                .toList();
    }

    private static List<String> told(Reference r) {
        return List.of(r.subject(), r.setting(), r.quantity(), r.number(), r.kind().word() + ": " + r.source());
    }

    private static List<String> told(Line line) {
        return List.of(
                line.cells().get(0), line.cells().get(1), line.cells().get(2), line.cells().get(3), line.cells().get(7));
    }

    @Test
    void thePageHasAllNumbersAsTheyAreComputed() throws IOException {
        List<List<String>> references =
                Catalogue.references().stream().map(PublishedNumbersTest::told).toList();
        assertThat(references).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
        assertThat(page().stream().map(PublishedNumbersTest::told)).containsExactlyElementsOf(references);
    }

    @Test
    void theFastHalfIsInsideAsThePageSays() throws IOException {
        List<Row> rows = Catalogue.compute(Mfg.load(), true, Monitor.NONE);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(12);
        assertThat(rows).allSatisfy(row -> assertThat(row.isInside()).as(row.toString()).isTrue());
        agree(rows);
    }

    @Test
    @Tag("slow")
    void allNumbersAreWhatThePageSays() throws IOException {
        agree(Catalogue.compute(Mfg.load(), false, Monitor.NONE));
    }

    private static void agree(List<Row> rows) throws IOException {
        List<Line> lines = page();
        for (Row row : rows) {
            Line line = lines.stream()
                    .filter(l -> told(l).equals(told(row.reference())))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.ours()).as(row.toString()).isCloseTo(line.ours(), within(2 * line.digit()));
            assertThat(row.isInside()).as(row.toString()).isEqualTo(line.isInside());
        }
    }

    /** Digits count as they are printed, and a number that was not computed is not inside. */
    @Test
    void aDifferenceIsInUnitsOfTheLastPrintedDigit() {
        Reference reference =
                new Reference("game", "", "rho", "-0.1230", Reference.Kind.PRINTED, "somebody");
        assertThat(new Row(reference, "", -0.12305).units()).isCloseTo(-0.5, within(1e-9));
        assertThat(new Row(reference, "", -0.12305).isInside()).isTrue();
        assertThat(new Row(reference, "", -0.1232).verdict()).isEqualTo("outside");
        assertThat(new Row(reference, "", Double.NaN).verdict()).isEqualTo("not computed");
        assertThat(new Row(reference, "", 0.12345678).oursAsText()).isEqualTo("0.12346");
    }

    /** 1 + h² - 3h⁴ + 5h⁶ at four sizes is 1, and exp(h) at six is nearly. */
    @Test
    void extrapolationIsExactForPolynomials() throws UnsolvedException {
        double[] sizes = {0.5, 0.3, 0.2, 0.1};
        double[] limits = Extrapolation.limits(
                2, sizes, h -> new double[] {1 + h * h - 3 * Math.pow(h, 4) + 5 * Math.pow(h, 6), h * h});
        assertThat(limits[0]).isCloseTo(1, within(1e-14));
        assertThat(limits[1]).isCloseTo(0, within(1e-15));
        // The remainder of a polynomial of degree 3 through four places: at most e^0.5/4! times the product of the sizes.
        assertThat(Extrapolation.limits(1, sizes, h -> new double[] {Math.exp(h)})[0])
                .isCloseTo(1, within(Math.exp(0.5) / 24 * 0.5 * 0.3 * 0.2 * 0.1));
    }
}
