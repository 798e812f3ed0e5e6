<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AdviceSentences</name>
    <message>
        <source>Learning slowly: an epoch takes only %1 off the training loss. %2</source>
        <translation>学得很慢：一轮只让训练损失下降 %1。%2</translation>
    </message>
    <message>
        <source>Overfitting: the validation loss was lowest after epoch %1 (%2) and is now %3, while the training loss fell to %4. Stop early, or train with augmentation or dropout.</source>
        <translation>过拟合：验证损失在第 %1 轮之后最低（%2），现在是 %3，而训练损失已降到 %4。请提前停止，或者使用数据增强或 Dropout。</translation>
    </message>
    <message>
        <source>Set the learning rate to %1</source>
        <translation>把学习率设为 %1</translation>
    </message>
    <message>
        <source>Turn on early stopping</source>
        <translation>打开提前停止</translation>
    </message>
    <message>
        <source>Use He initialisation</source>
        <translation>使用 He 初始化</translation>
    </message>
    <message>
        <source>Test accuracy: notebook %1 · here %2</source>
        <translation>测试准确率：笔记本 %1 · 这里 %2</translation>
    </message>
    <message>
        <source>Test loss: notebook %1 · here %2</source>
        <translation>测试损失：笔记本 %1 · 这里 %2</translation>
    </message>
    <message>
        <source>Try a learning rate of %1 instead of %2.</source>
        <translation>试试学习率 %1，而不是 %2。</translation>
    </message>
    <message>
        <source>Diverged: the loss is %1, and pure guessing has %2.</source>
        <translation>已发散：损失是 %1，而纯粹瞎猜是 %2。</translation>
    </message>
    <message>
        <source>Diverged: the loss is no longer a number, and pure guessing has %1.</source>
        <translation>已发散：损失已不再是一个数，而纯粹瞎猜是 %1。</translation>
    </message>
    <message>
        <source>%1 The steps are far too large. %2</source>
        <translation>%1步子太大了。%2</translation>
    </message>
    <message>
        <source>Barely learning: the loss is %1, and pure guessing has %2.</source>
        <translation>几乎没有在学：损失是 %1，而纯粹瞎猜是 %2。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Try a learning rate %1–%2 times larger, such as %3.</source>
        <translation>试试把学习率加大 %1–%2 倍，例如 %3。</translation>
    </message>
    <message>
        <source>All units of a layer whose weights start at 0 stay alike: draw them at random.</source>
        <translation>权重从 0 开始的层，各个单元会一直相同：请随机初始化权重。</translation>
    </message>
    <message>
        <source>Try a learning rate of %1 instead of %2, or He initialisation.</source>
        <translation>试试学习率 %1，而不是 %2，或者使用 He 初始化。</translation>
    </message>
    <message>
        <source>The training loss is %1, above the %2 of pure guessing: the steps are too large.</source>
        <translation>训练损失是 %1，高于瞎猜的 %2：步子太大了。</translation>
    </message>
    <message>
        <source>The training loss is %1, but was already at %2: the steps are too large.</source>
        <translation>训练损失是 %1，而之前已经到过 %2：步子太大了。</translation>
    </message>
    <message>
        <source>%1 of the units of layer %2 (ReLU) are dead: they answer 0 to every image and cannot learn any more.</source>
        <translation>第 %2 层（ReLU）有 %1 的单元已经死亡：它们对每张图像都输出 0，再也学不到东西。</translation>
    </message>
    <message>
        <source>Try He initialisation.</source>
        <translation>试试 He 初始化。</translation>
    </message>
</context>
<context>
    <name>DialogPrompter</name>
    <message>
        <source>A run is under way. It is paused now.</source>
        <translation>有一次训练正在进行，现已暂停。</translation>
    </message>
    <message>
        <source>The trained model is not saved.</source>
        <translation>训练好的模型还没有保存。</translation>
    </message>
    <message>
        <source>Save it before Inkling closes?</source>
        <translation>关闭 Inkling 之前要保存它吗？</translation>
    </message>
    <message>
        <source>Opening a model ends this run. Save its model first?</source>
        <translation>打开模型会结束这次训练。要先保存它的模型吗？</translation>
    </message>
    <message>
        <source>Save it before another one takes its place?</source>
        <translation>要在换成另一个模型之前保存它吗？</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>不保存就关闭(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Open without saving</source>
        <translation>不保存就打开(&amp;O)</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Save curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Pictures and tables (*.png *.pdf *.svg *.csv)</source>
        <translation>图片和表格 (*.png *.pdf *.svg *.csv)</translation>
    </message>
    <message>
        <source>Remove the selected runs?</source>
        <translation>要删除选中的训练吗？</translation>
    </message>
    <message>
        <source>Their figures and models are deleted for good.</source>
        <translation>它们的数据和模型会被永久删除。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Dense %1</source>
        <translation>全连接 %1</translation>
    </message>
    <message>
        <source>Max-pool %1×%1</source>
        <translation>最大池化 %1×%1</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Dropout %1</source>
        <translation>Dropout %1</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络的各层</translation>
    </message>
    <message>
        <source>The network from the pixels down to the digits: what leaves each layer and how many numbers it learns. Try to guess where most of them are before you look.</source>
        <translation>从像素到数字的整个网络：每层输出什么，要学多少个数。看之前先猜猜大部分在哪一层。</translation>
    </message>
    <message>
        <source>Conv %1·%2×%2</source>
        <translation>卷积 %1·%2×%2</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 on validation</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>%1 on the training images</source>
        <translation>训练图像 %1</translation>
    </message>
    <message>
        <source>%1 on test</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>在第 %1 轮之后</translation>
    </message>
    <message>
        <source>in epoch %1, after %2 of its batches</source>
        <translation>在第 %1 轮的 %2 批之后</translation>
    </message>
    <message>
        <source>Ready: %1 images to train on, %2 held out for validation. Press Train.</source>
        <translation>就绪：%1 张图像用于训练，%2 张留作验证。请点“训练”。</translation>
    </message>
    <message>
        <source>Ready: %1 images to train on. Press Train.</source>
        <translation>就绪：%1 张图像用于训练。请点“训练”。</translation>
    </message>
    <message>
        <source> Until then a trained model reads what you draw.</source>
        <translation>在那之前，由一个训练好的模型来读你写的数字。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>Finished after epoch %1</source>
        <translation>第 %1 轮后完成</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>%1停止</translation>
    </message>
    <message>
        <source>Stopped by itself after epoch %1, as validation got no better</source>
        <translation>第 %1 轮后自动停止，因为验证不再变好</translation>
    </message>
    <message>
        <source>Diverged in epoch %1: the loss is no longer a number. The last finite weights are kept. Try a learning rate ten times smaller, then Rewind.</source>
        <translation>第 %1 轮发散：损失已不是一个数。保留了最后的有限权重。请把学习率减小到十分之一，然后复位。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Training: epoch %1 of %2.</source>
        <translation>训练中：第 %1 轮，共 %2 轮。</translation>
    </message>
    <message>
        <source>Paused %1. Change the learning rate, take a single step, or resume.</source>
        <translation>%1暂停。可以改学习率、走一步，或恢复训练。</translation>
    </message>
    <message>
        <source>This model was saved %1 of %2. Press Continue to go on exactly there.</source>
        <translation>这个模型是%1保存的，共 %2 轮。点“继续”就从那里原样继续。</translation>
    </message>
    <message>
        <source>Loading %1 …</source>
        <translation>正在载入 %1 …</translation>
    </message>
    <message>
        <source>There are no images to train on: choose a data set or open a data folder.</source>
        <translation>没有可训练的图像：请选择数据集或打开数据文件夹。</translation>
    </message>
    <message>
        <source> Notebook: %1 · here: %2.</source>
        <translation>笔记本：%1 · 这里：%2。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::AdvicePanel</name>
    <message>
        <source>Done: %1. Press Rewind and Train to see what it does from fresh weights.</source>
        <translation>已完成：%1。按“复位”再按“训练”，看看从新的权重开始会怎样。</translation>
    </message>
    <message>
        <source>Done: %1. Press Rewind, then Train.</source>
        <translation>已完成：%1。按“复位”，再按“训练”。</translation>
    </message>
    <message>
        <source>Changes the setting for you. Compare with the last run behind it.</source>
        <translation>替你改好这项设置。可以和后面上一次训练的曲线比较。</translation>
    </message>
    <message>
        <source>Close this advice; it does not come back in this run (Esc)</source>
        <translation>关闭这条建议；本次训练中不再出现 (Esc)</translation>
    </message>
    <message>
        <source>Close this advice</source>
        <translation>关闭这条建议</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CanvasPane</name>
    <message>
        <source>Nothing reads the canvas yet: press Train or open a model.</source>
        <translation>还没有模型来读画板：请点“训练”或打开一个模型。</translation>
    </message>
    <message>
        <source>This model reads pictures of another size than the canvas gives.</source>
        <translation>这个模型读取的图像尺寸与画板给出的不同。</translation>
    </message>
    <message>
        <source>Read by the bundled model, until you train or open one.</source>
        <translation>目前由自带的模型来读，直到你训练或打开一个模型。</translation>
    </message>
    <message>
        <source>Read by fresh weights: all guesses.</source>
        <translation>由全新的权重来读：全靠猜。</translation>
    </message>
    <message>
        <source>Read by %1 after epoch %2.</source>
        <translation>由 %1 读取（第 %2 轮之后）。</translation>
    </message>
    <message>
        <source>Read by %1 in epoch %2.</source>
        <translation>由 %1 读取（第 %2 轮中）。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::CanvasPanel</name>
    <message>
        <source>Draw</source>
        <translation>画</translation>
    </message>
    <message>
        <source>Draw with the left button. Try your own way of writing a 4.</source>
        <translation>用左键画。试试你自己写 4 的方式。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Erase whole strokes with the left button; the right button always does.</source>
        <translation>用左键擦去整个笔画；右键始终是擦除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke and see how the answer changes.</source>
        <translation>收回最后一笔，看看答案怎样变化。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring back what was taken back.</source>
        <translation>恢复刚才收回的内容。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Start with an empty canvas. Undo brings the drawing back.</source>
        <translation>从空白画板开始。撤销可以找回原来的画。</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>笔刷粗细</translation>
    </message>
    <message>
        <source>How thick the pen draws. Try it: the network is given the same pixels, whatever the width.</source>
        <translation>笔有多粗。试试看：不管多粗，网络得到的像素都一样。</translation>
    </message>
    <message>
        <source>What the network is given</source>
        <translation>网络得到的输入</translation>
    </message>
    <message>
        <source>The 28×28 pixels the network is given: your drawing, fitted and centred. Draw small in a corner and watch.</source>
        <translation>网络得到的 28×28 像素：你的画，经过缩放和居中。在角落里画小一点看看。</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How sure the network is of each class; together they make 100 %. Draw something between a 4 and a 9.</source>
        <translation>网络对每一类有多大把握；加起来是 100%。画一个介于 4 和 9 之间的数字试试。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::DataChooser</name>
    <message>
        <source>Open data folder…</source>
        <translation>打开数据文件夹…</translation>
    </message>
</context>
<context>
    <name>inkling::ui::FileActions</name>
    <message>
        <source>Saved the model as %1.</source>
        <translation>模型已保存为 %1。</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save model</source>
        <translation>保存模型(&amp;S)</translation>
    </message>
    <message>
        <source>Save model &amp;as…</source>
        <translation>模型另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Open recipe…</source>
        <translation>打开配方(&amp;O)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve recipe…</source>
        <translation>保存配方(&amp;V)…</translation>
    </message>
    <message>
        <source>Open &amp;data folder…</source>
        <translation>打开数据文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>There is no model to save yet. Press Train first.</source>
        <translation>还没有可保存的模型。请先点“训练”。</translation>
    </message>
    <message>
        <source>Saved the recipe as %1.</source>
        <translation>配方已保存为 %1。</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>已打开 %1。</translation>
    </message>
    <message>
        <source>The model is in use now.</source>
        <translation>现在使用的就是这个模型。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::InkCanvas</name>
    <message>
        <source>Drawing area</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw with the left button, erase strokes with the right one; the arrow keys draw too, Space puts the pen down. Try a 7 with and without a bar.</source>
        <translation>左键画，右键擦除笔画；方向键也能画，空格键落笔。试试带横杠和不带横杠的 7。</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>inkling::ui::LearnPage</name>
    <message>
        <source>Train a network and watch it learn: settings, curves, samples and a canvas on one screen.</source>
        <translation>训练一个网络并看着它学习：设置、曲线、样本和画板都在一屏上。</translation>
    </message>
    <message>
        <source>Saved the curves as %1.</source>
        <translation>曲线已保存为 %1。</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
</context>
<context>
    <name>inkling::ui::MainWindow</name>
    <message>
        <source>%1 images/s · %2 GFLOP/s</source>
        <translation>每秒 %1 张图像 · %2 GFLOP/s</translation>
    </message>
    <message>
        <source>Inkling — %1 · %2</source>
        <translation>Inkling — %1 · %2</translation>
    </message>
    <message>
        <source>About Inkling</source>
        <translation>关于 Inkling</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Inkling %1&lt;/h3&gt;</source>
        <translation>&lt;h3&gt;Inkling %1&lt;/h3&gt;</translation>
    </message>
    <message>
        <source>Trains a neural network to read handwritten digits while you watch, and then reads yours.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>当着你的面训练一个神经网络来识别手写数字，然后识别你写的数字。

自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Inkling</source>
        <translation>关于 Inkling(&amp;A)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>inkling::ui::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ModelDocument</name>
    <message>
        <source>There is no model to save yet. Press Train first.</source>
        <translation>还没有可保存的模型。请先点“训练”。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PlotLegend</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次训练</translation>
    </message>
</context>
<context>
    <name>inkling::ui::PlotView</name>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ProbabilityBars</name>
    <message>
        <source>Nothing is predicted yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>Reads %1 with %2</source>
        <extracomment>%1 is a class such as 7, %2 a percentage</extracomment>
        <translation>读作 %1，把握 %2</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ProgressPane</name>
    <message>
        <source>epoch %1/%2</source>
        <translation>第 %1/%2 轮</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>How much of the planned epochs is done. Change the number of epochs at any time to end sooner or later.</source>
        <translation>计划的轮数完成了多少。随时可以改轮数，让训练早些或晚些结束。</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Time left and images per second. Try another batch size and see how the speed changes.</source>
        <translation>剩余时间和每秒图像数。换一个批大小，看看速度怎样变化。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Rail</name>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1（Ctrl+%2）</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ReadoutOverlay</name>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>这一批</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>last run</source>
        <translation>上次训练</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>No models opened yet</source>
        <translation>还没有打开过模型</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RecipeChooser</name>
    <message>
        <source>Open recipe…</source>
        <translation>打开配方…</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunActions</name>
    <message>
        <source>There are no images to train on: choose a data set first.</source>
        <translation>没有可训练的图像：请先选择数据集。</translation>
    </message>
    <message>
        <source>Pause first: single steps are taken from a standstill.</source>
        <translation>请先暂停：单步要在停下时进行。</translation>
    </message>
    <message>
        <source>+1 &amp;batch</source>
        <translation>+1 批(&amp;B)</translation>
    </message>
    <message>
        <source>Train on one batch and pause. Try it at the very beginning and watch the bars.</source>
        <translation>训练一批然后暂停。在最开始试试，看着那些概率条。</translation>
    </message>
    <message>
        <source>+1 &amp;epoch</source>
        <translation>+1 轮(&amp;E)</translation>
    </message>
    <message>
        <source>Train to the end of the epoch and pause. Try it to compare epoch by epoch.</source>
        <translation>训练到本轮结束然后暂停。用它来逐轮比较。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the run after this batch and keep the model. Training can go on from there later.</source>
        <translation>这一批之后结束训练并保留模型。以后可以从这里继续。</translation>
    </message>
    <message>
        <source>Nothing is running, so there is nothing to stop.</source>
        <translation>没有训练在进行，所以没有可停止的。</translation>
    </message>
    <message>
        <source>Re&amp;wind</source>
        <translation>复位(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the same fresh weights, with the settings as they are now. Try one changed setting at a time: the last run stays behind the new curve.</source>
        <translation>回到同样的初始权重，采用现在的设置。每次只改一项设置试试：上次的曲线会留在新曲线后面。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Halt after this batch; nothing is lost. Try changing the learning rate meanwhile.</source>
        <translation>这一批之后停下，什么也不会丢失。趁这时改改学习率。</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Go on exactly where the run was paused.</source>
        <translation>从暂停处原样继续。</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Go on exactly where the run was stopped, as if it had not been.</source>
        <translation>从停止处原样继续，就像没有停过一样。</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train the network from fresh weights. Watch how soon the curves bend.</source>
        <translation>从全新的权重开始训练。看看曲线多快开始弯曲。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunsPage</name>
    <message>
        <source>Every run that has ended, with its settings and its model: compare them, go back to one, or export the figures.</source>
        <translation>每次结束的训练，连同设置和模型：可以互相比较、回到其中一次，或导出数据。</translation>
    </message>
    <message>
        <source>Select several runs with Ctrl or Shift to lay their curves over one another and see here what differs in their recipes.</source>
        <translation>用 Ctrl 或 Shift 选中几次训练，就能把它们的曲线叠在一起，并在这里看到配方有哪些不同。</translation>
    </message>
    <message>
        <source>the same recipe</source>
        <translation>配方相同</translation>
    </message>
    <message>
        <source>The settings of “%1” are back. Press Rewind, then Train.</source>
        <translation>已恢复“%1”的设置。按“复位”，再按“训练”。</translation>
    </message>
    <message>
        <source>Saved the figures as %1.</source>
        <translation>数据已保存为 %1。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Select one run first.</source>
        <translation>请先选中一次训练。</translation>
    </message>
    <message>
        <source>Restore settings</source>
        <translation>恢复设置</translation>
    </message>
    <message>
        <source>Put this run&apos;s recipe into the controls. Train it again, or change one thing.</source>
        <translation>把这次训练的配方放回各项设置。可以再训练一次，或只改一处。</translation>
    </message>
    <message>
        <source>Load model</source>
        <translation>载入模型</translation>
    </message>
    <message>
        <source>Use the network of this run, as it was at its end.</source>
        <translation>使用这次训练结束时的网络。</translation>
    </message>
    <message>
        <source>No model was kept with this run.</source>
        <translation>这次训练没有保存模型。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run a name. Named runs are never removed to save space.</source>
        <translation>给这次训练起个名字。有名字的训练不会为了节省空间而被删除。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the selected runs and their models for good.</source>
        <translation>永久删除选中的训练和它们的模型。</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write the figures of the selected runs as a table, a row for each epoch.</source>
        <translation>把选中训练的数据写成表格，每轮一行。</translation>
    </message>
    <message>
        <source>No runs yet. Press Train on the Learn page: every run that ends or is stopped is kept here with its settings, curves and model.</source>
        <translation>还没有训练记录。请在“学习”页按“训练”：每次结束或停止的训练都会连同设置、曲线和模型保存在这里。</translation>
    </message>
    <message>
        <source>Click a column&apos;s title to sort. Ctrl or Shift selects several runs.</source>
        <translation>点击列标题可以排序。按住 Ctrl 或 Shift 可以选中多次训练。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Differences between the selected runs</source>
        <translation>选中的训练之间的不同之处</translation>
    </message>
    <message>
        <source>The selected runs have been removed.</source>
        <translation>选中的训练已删除。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::RunsPlot</name>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Accuracy of the selected runs</source>
        <translation>选中训练的准确率</translation>
    </message>
    <message>
        <source>Loss of the selected runs</source>
        <translation>选中训练的损失</translation>
    </message>
    <message>
        <source>Points: validation after each epoch. Thin lines: the training batches. The colours stand beside the names in the table.</source>
        <translation>点：每轮之后的验证结果。细线：训练批次。颜色与表格中名称旁的一致。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleDetail</name>
    <message>
        <source>No prediction yet</source>
        <translation>还没有预测</translation>
    </message>
    <message>
        <source>✓ read right · loss %1</source>
        <translation>✓ 读对了 · 损失 %1</translation>
    </message>
    <message>
        <source>✗ read as %1 · loss %2</source>
        <translation>✗ 读成 %1 · 损失 %2</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Copy to canvas</source>
        <translation>复制到画板</translation>
    </message>
    <message>
        <source>Puts this digit on the canvas as pixels. Try to erase it and draw it better.</source>
        <translation>把这个数字按像素放到画板上。试着擦掉它，写得更好。</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>How sure the network is of each class; the true one is outlined.</source>
        <translation>网络对每一类有多大把握；正确的一类加了边框。</translation>
    </message>
    <message>
        <source>No sample chosen</source>
        <extracomment>%1 is a class such as 7, %2 the number of the image</extracomment>
        <translation>没有选中样本</translation>
    </message>
    <message>
        <source>A %1 · image %2</source>
        <translation>%1 · 第 %2 张图像</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleModel</name>
    <message>
        <source>Sample %1: a %2</source>
        <translation>样本 %1：%2</translation>
    </message>
    <message>
        <source>Sample %1: a %2, read right with %3 %</source>
        <translation>样本 %1：%2，读对了，把握 %3%</translation>
    </message>
    <message>
        <source>Sample %1: a %2, read as %3 with %4 %</source>
        <translation>样本 %1：%2，读成 %3，把握 %4%</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SampleTiles</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>No samples yet: load a data set.</source>
        <translation>还没有样本：请载入数据集。</translation>
    </message>
    <message>
        <source>Nothing to show: every sample passes.</source>
        <translation>没有可显示的：每个样本都读对了。</translation>
    </message>
    <message>
        <source>all classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>by loss</source>
        <translation>按损失</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <source>wrong only</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Shows one class only. Try 9 with “wrong only”: what are they taken for?</source>
        <translation>只显示一个类别。选 9 再勾上“只看错的”：它们被读成了什么？</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Puts the samples in another order. By loss, the worst mistakes come first: would you read them right?</source>
        <translation>换一种顺序。按损失时，错得最厉害的在最前：你能读对吗？</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Shows only what is read wrong now. Watch it empty while the network trains (%1).</source>
        <translation>只显示现在读错的。训练时看着它越来越少（%1）。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SamplesPane</name>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>Validation images are held out of the training. Look at test images as rarely as you can: a choice made by looking at them is no longer honest.</source>
        <translation>验证图像不参与训练。测试图像看得越少越好：看着它们做出的选择就不再可信了。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::Session</name>
    <message>
        <source>This run was trained on “%1”, which could not be loaded, so it cannot go on. Press Rewind to start anew on the data that is here.</source>
        <translation>这次训练用的是“%1”，现在无法载入，所以不能继续。点“复位”可以用现有的数据重新开始。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::SettingsPanel</name>
    <message>
        <source>“%1” is not a number this field can take.</source>
        <translation>“%1”不是这里能用的数。</translation>
    </message>
    <message>
        <source>%1 is not possible: allowed is %2 to %3.</source>
        <translation>不能用 %1：允许 %2 到 %3。</translation>
    </message>
    <message>
        <source>Write whole numbers, such as 128 or 128, 64.</source>
        <translation>请写整数，例如 128 或 128, 64。</translation>
    </message>
    <message>
        <source>This network has %1 hidden layers: write as many numbers.</source>
        <translation>这个网络有 %1 个隐藏层：请写同样多的数。</translation>
    </message>
    <message>
        <source>%1 is not possible: allowed is %2.</source>
        <translation>不能用 %1：允许的是 %2。</translation>
    </message>
    <message>
        <source>%1
%2 parameters</source>
        <translation>%1
%2 个参数</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>One-cycle</source>
        <translation>One-cycle</translation>
    </message>
    <message>
        <source>Takes effect now</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>These reach a run at its next batch, also while it is running.</source>
        <translation>这些设置在下一批就生效，训练中也一样。</translation>
    </message>
    <message>
        <source>Takes effect on Rewind</source>
        <translation>复位后生效</translation>
    </message>
    <message>
        <source>These need a fresh start. Change them at any time; the next Rewind or a new run uses them.</source>
        <translation>这些设置需要重新开始。随时可改；下次复位或新的训练会用上它们。</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>The images to learn from. Try Fashion-MNIST if it is installed, or open a folder of your own.</source>
        <translation>用来学习的图像。如果装了 Fashion-MNIST 就试试它，或打开你自己的文件夹。</translation>
    </message>
    <message>
        <source>Re&amp;cipe</source>
        <translation>配方(&amp;C)</translation>
    </message>
    <message>
        <source>A network with everything its training needs. Climb the rungs: softmax, multilayer perceptron, convolutional network.</source>
        <translation>一个网络以及训练它所需的一切。一级一级往上走：softmax、多层感知机、卷积网络。</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>学习率(&amp;L)</translation>
    </message>
    <message>
        <source>How far each step moves the weights. Try ten times more until the loss jumps, then go back.</source>
        <translation>每一步把权重移动多远。试着乘以十，直到损失乱跳，再退回来。</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮数(&amp;E)</translation>
    </message>
    <message>
        <source>How often every training image is seen. Try more while validation still gets better.</source>
        <translation>每张训练图像看多少遍。只要验证还在变好，就多来几轮。</translation>
    </message>
    <message>
        <source>Channels, &amp;units</source>
        <translation>通道、单元(&amp;U)</translation>
    </message>
    <message>
        <source>Hidden &amp;units</source>
        <translation>隐藏单元(&amp;U)</translation>
    </message>
    <message>
        <source>The width of each hidden layer, from first to last. Try 32 or 512; for two layers write 128, 64.</source>
        <translation>每个隐藏层的宽度，从前到后。试试 32 或 512；两层就写 128, 64。</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>优化器(&amp;O)</translation>
    </message>
    <message>
        <source>The rule that turns gradients into steps. Try Adam with a learning rate of 0.001 against plain SGD with 0.1.</source>
        <translation>把梯度变成步子的规则。用学习率 0.001 的 Adam 和 0.1 的普通 SGD 比一比。</translation>
    </message>
    <message>
        <source>&amp;Schedule</source>
        <translation>学习率计划(&amp;S)</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run. Try one-cycle for a short run, constant to see the plain effect.</source>
        <translation>学习率在训练中怎样变化。短的训练试试 one-cycle，想看单纯的效果就用恒定。</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>Images per step. Try 16 for noisier and more steps, 256 for smoother and fewer.</source>
        <translation>每一步用多少张图像。16 步子多而噪声大，256 步子少而平稳。</translation>
    </message>
    <message>
        <source>Dro&amp;pout</source>
        <translation>Dropout(&amp;P)</translation>
    </message>
    <message>
        <source>The share of units switched off at random while training. Try 0.2 if training does much better than validation.</source>
        <translation>训练时随机关掉的单元比例。如果训练比验证好很多，试试 0.2。</translation>
    </message>
    <message>
        <source>&amp;Weight decay</source>
        <translation>权重衰减(&amp;W)</translation>
    </message>
    <message>
        <source>Pulls weights towards zero at every step. Try 0.0001 against overfitting.</source>
        <translation>每一步把权重向零拉一点。用 0.0001 来对付过拟合。</translation>
    </message>
    <message>
        <source>&amp;Augment</source>
        <translation>数据增强(&amp;A)</translation>
    </message>
    <message>
        <source>Changes every training image a little, anew each time. Try it for digits you draw yourself: it costs some speed.</source>
        <translation>每次都把训练图像稍微改变一下。想识别自己写的数字就试试：会慢一点。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>All chance in a run comes from this number: the same seed gives the same run. Try another to see how much is luck.</source>
        <translation>训练中的一切随机都来自这个数：种子相同，结果相同。换一个看看有多少是运气。</translation>
    </message>
    <message>
        <source>↺ waiting</source>
        <translation>↺ 待生效</translation>
    </message>
    <message>
        <source>These changes wait for Rewind:</source>
        <translation>这些改动要等复位才生效：</translation>
    </message>
    <message>
        <source>vary images</source>
        <translation>变化图像</translation>
    </message>
</context>
<context>
    <name>inkling::ui::TrainingPlot</name>
    <message>
        <source>%1: choose a name that ends in png, pdf, svg or csv</source>
        <translation>%1：请用以 png、pdf、svg 或 csv 结尾的文件名</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Accuracy curves</source>
        <translation>准确率曲线</translation>
    </message>
    <message>
        <source>Cross-entropy: 2.3 is guessing, 0 is perfect. If validation rises while train falls, the network learns by heart.</source>
        <translation>交叉熵：2.3 是瞎猜，0 是完美。如果训练下降而验证上升，网络就是在死记硬背。</translation>
    </message>
    <message>
        <source>Share of digits read right: 10 % is guessing.</source>
        <translation>读对的数字所占的比例：10% 是瞎猜。</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Equal distances for equal ratios. Try it late in a run, when the curve looks flat.</source>
        <translation>相同的倍数占相同的距离。训练后期曲线看起来平了就试试它。</translation>
    </message>
    <message>
        <source>Gives 90, 99 and 99.9 % equal distances. Try it when the curve sticks to the top.</source>
        <translation>让 90%、99% 和 99.9% 间距相等。曲线贴着顶的时候试试它。</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Back to the automatic view. Zoom with the wheel (Ctrl: vertically), drag to pan; a double click does this too.</source>
        <translation>回到自动视图。滚轮缩放（按 Ctrl 为纵向），拖动平移；双击也可以重置。</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Saves the picture as PNG, PDF or SVG, or every point as CSV. Try a PDF in your report.</source>
        <translation>保存为 PNG、PDF 或 SVG 图片，或把每个点存为 CSV。在报告里放一张 PDF 试试。</translation>
    </message>
</context>
<context>
    <name>inkling::ui::ViewActions</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Le&amp;sson of the recipe</source>
        <translation>配方的讲解(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System language</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;System colours</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Advice on the run</source>
        <translation>训练建议(&amp;A)</translation>
    </message>
    <message>
        <source>Says when a run shows a problem, and what to try.</source>
        <translation>训练出现问题时指出来，并说可以试什么。</translation>
    </message>
</context>
</TS>
