/** The application: {@link org.mfg.app.Main} starts the command line of {@link org.mfg.app.cli}. */
@NullMarked
package org.mfg.app;

import org.jspecify.annotations.NullMarked;
