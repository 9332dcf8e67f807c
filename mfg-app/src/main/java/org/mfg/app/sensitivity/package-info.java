/**
 * Sensitivities of a study and their files: {@link org.mfg.app.sensitivity.SensitivityStudy}, {@link org.mfg.app.sensitivity.SensitivityFiles}. Uses {@link
 * org.mfg.solvers.sensitivity}, study, output and figure.
 */
@NullMarked
package org.mfg.app.sensitivity;

import org.jspecify.annotations.NullMarked;
