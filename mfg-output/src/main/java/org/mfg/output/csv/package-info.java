/** Equilibria as tables: {@link org.mfg.output.csv.FieldCsv} for fields, {@link org.mfg.output.csv.ConvergenceCsv} for histories. Uses the API and FastCSV. */
@NullMarked
package org.mfg.output.csv;

import org.jspecify.annotations.NullMarked;
