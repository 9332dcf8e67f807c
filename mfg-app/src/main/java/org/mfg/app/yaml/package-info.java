/**
 * Games from YAML files: {@link org.mfg.app.yaml.GameFile} reads one. Every mistake is one line with the file, the
 * line and what is allowed, so values keep the place where they were written ({@link org.mfg.app.yaml.Value}) until
 * they are checked. Uses {@link org.mfg.app.study}, the models' formulas and SnakeYAML's node graph.
 */
@NullMarked
package org.mfg.app.yaml;

import org.jspecify.annotations.NullMarked;
